import { SesError } from './error.ts';

interface Node {
  value?: string;
  children?: Map<string, Node>;
}

/**
 * The form body of an AWS Query call as a tree: `Destinations.member.1.Destination.ToAddresses.member.1=a@b`.
 * https://docs.aws.amazon.com/ses/latest/dg/using-ses-api-requests.html
 */
export class Query {
  private constructor(
    private readonly node: Node,
    private readonly path = '',
  ) {}

  static parse(body: string): Query {
    const root: Node = {};
    for (const [key, value] of new URLSearchParams(body)) place(root, key, value);
    return new Query(root);
  }

  /** The text of a parameter, undefined when it was not sent. */
  text(name: string): string | undefined {
    return this.node.children?.get(name)?.value;
  }

  /** Throws ValidationError in the words of the service when the parameter was not sent. */
  required(name: string): string {
    const value = this.text(name);
    if (value !== undefined) return value;
    throw missing(this.path + name);
  }

  /** The structure under a name; an absent one reads as empty. */
  structure(name: string): Query {
    return new Query(this.node.children?.get(name) ?? {}, `${this.path}${name}.`);
  }

  /** Throws ValidationError when the structure was not sent. */
  requiredStructure(name: string): Query {
    if (this.node.children?.has(name)) return this.structure(name);
    throw missing(this.path + name);
  }

  /** A list of structures, in the order of their numbers. */
  structures(name: string): readonly Query[] {
    const members = [...(this.node.children?.get(name)?.children?.get('member')?.children ?? [])];
    members.sort(([a], [b]) => Number(a) - Number(b));
    return members.map(([number, node]) => new Query(node, `${this.path}${name}.member.${number}.`));
  }

  /** A list of texts, in the order of their numbers. */
  list(name: string): readonly string[] {
    return this.structures(name).map((member) => member.node.value ?? '');
  }

  /** `true` or `false`; `otherwise` when the parameter was not sent. */
  flag(name: string, otherwise: boolean): boolean {
    const value = this.text(name);
    return value === undefined ? otherwise : value.toLowerCase() === 'true';
  }
}

function place(root: Node, key: string, value: string): void {
  let node = root;
  for (const step of key.split('.')) {
    node.children ??= new Map();
    let next = node.children.get(step);
    if (next === undefined) {
      next = {};
      node.children.set(step, next);
    }
    node = next;
  }
  node.value = value;
}

function missing(path: string): SesError {
  const member = path.charAt(0).toLowerCase() + path.slice(1);
  return new SesError(
    'ValidationError',
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}
