import type { Checkout } from './checkout.ts';
import { writeText } from './checkout.ts';
import type { Deployed, Run } from './deployed.ts';
import type { Mail } from './inbox.ts';

/** What every step of the story acts on and looks at. */
export interface Scene {
  readonly checkout: Checkout;
  readonly stack: Deployed;
  readonly mails: () => Promise<Mail[]>;
  /** The addresses of the customers who must be told. */
  readonly affected: readonly string[];
}

/** The policy of the story. */
export const policy = 'privacy-policy';

/** A text of the example company, in the checkout. */
export const example = (version: number): string => `examples/northbeam/${policy}.v${version}.md`;

/** Publishes a text with the real command and follows the run that it starts. */
export function publish({ checkout, stack }: Scene, file: string): Promise<Run> {
  return stack.runStartedBy(() => checkout.policyNotice('publish', policy, file));
}

/** Publishes the third text of the example with other words in one place. Throws when the place is not there. */
export function publishThirdWith(scene: Scene, words: string, others: string): Promise<Run> {
  const third = scene.checkout.read(example(3));
  if (!third.includes(words)) throw new Error(`${example(3)} does not say "${words}".`);
  return publish(scene, writeText(scene.checkout, `${policy}.md`, third.replace(words, others)));
}

/** Where something of a version lies in the documents bucket. */
export function record(version: number, name: string): string {
  return `versions/${policy}/${String(version).padStart(8, '0')}/${name}`;
}
