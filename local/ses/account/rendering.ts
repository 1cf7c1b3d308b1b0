import type { RenderedTemplate, Template } from './templates.ts';

/** What became of a template and its data: the text to send, or why there is none. */
export type Rendering =
  | ({ readonly outcome: 'rendered' } & RenderedTemplate)
  | { readonly outcome: 'missing'; readonly attribute: string; readonly message: string }
  | { readonly outcome: 'invalid'; readonly message: string };

/** Template data: a JSON object. Undefined when it is anything else. */
export function parseTemplateData(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Renders strictly; extra variables do no harm, a missing one is a failure.
 * https://repost.aws/knowledge-center/ses-sendtemplatedemail-delivery-failure
 */
export function render(template: Template, data: Readonly<Record<string, unknown>> | undefined): Rendering {
  if (data === undefined) return { outcome: 'invalid', message: 'Template rendering data is invalid' };
  try {
    return { outcome: 'rendered', ...template.render(data) };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const attribute = /^"(.*)" not defined in/s.exec(problem)?.[1];
    if (attribute === undefined) return { outcome: 'invalid', message: problem };
    // The wording of the documented Rendering Failure record:
    // https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
    return {
      outcome: 'missing',
      attribute,
      message: `Attribute '${attribute}' is not present in the rendering data.`,
    };
  }
}
