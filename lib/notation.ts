import * as z from 'zod';

const reference = z.object({ Ref: z.string() });
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const join = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/** A value of a template as text, and as cdk-nag writes it: `<LogicalId.Arn>/versions/*` for what is known only when deployed. */
export function notation(resolved: unknown): string {
  const parsed = z.union([z.string(), reference, attribute, join]).parse(resolved);
  if (typeof parsed === 'string') return parsed;
  if ('Ref' in parsed) return `<${parsed.Ref}>`;
  if ('Fn::GetAtt' in parsed) return `<${parsed['Fn::GetAtt'].join('.')}>`;
  return parsed['Fn::Join'][1].map(notation).join('');
}
