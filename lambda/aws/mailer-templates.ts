import {
  AlreadyExistsException,
  CreateTemplateCommand,
  GetTemplateCommand,
  InvalidRenderingParameterException,
  InvalidTemplateException,
  LimitExceededException,
  MissingRenderingAttributeException,
  TestRenderTemplateCommand,
} from '@aws-sdk/client-ses';
import type { SESClient } from '@aws-sdk/client-ses';
import { AlreadyClaimed, BadInput } from '../core/errors.ts';
import type { Template, TemplateStore } from '../core/outcome/mailer.ts';
import { controlPlaneClient } from './mailer-client.ts';

/** The store a step is given: that of the account it runs in. */
export function templatesFromEnvironment(): TemplateStore {
  return templatesOn(controlPlaneClient());
}

/**
 * SES templates. These calls are limited to one a second in total, which the SDK's retries absorb.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_CreateTemplate.html
 */
export function templatesOn(client: SESClient): TemplateStore {
  return {
    create: (template) => create(client, template),
    async render(name, variables) {
      const TemplateData = JSON.stringify(variables);
      try {
        const { RenderedTemplate } = await client.send(
          new TestRenderTemplateCommand({ TemplateName: name, TemplateData }),
        );
        return RenderedTemplate ?? '';
      } catch (error) {
        if (
          error instanceof MissingRenderingAttributeException ||
          error instanceof InvalidRenderingParameterException
        ) {
          throw refused(`SES cannot render the template ${name}: ${error.message}.`, error);
        }
        throw error;
      }
    },
  };
}

async function create(client: SESClient, template: Template): Promise<void> {
  const { name: TemplateName, subject: SubjectPart, text: TextPart, html: HtmlPart } = template;
  try {
    await client.send(
      new CreateTemplateCommand({ Template: { TemplateName, SubjectPart, TextPart, HtmlPart } }),
    );
  } catch (error) {
    if (error instanceof AlreadyExistsException) return insistOnSame(client, template);
    if (error instanceof InvalidTemplateException || error instanceof LimitExceededException) {
      throw refused(`SES refuses the template ${TemplateName}: ${error.message}.`, error);
    }
    throw error;
  }
}

/** The name carries a hash of the content, so another content means that somebody changed it by hand. */
async function insistOnSame(client: SESClient, { name, subject, text, html }: Template): Promise<void> {
  const { Template: found } = await client.send(new GetTemplateCommand({ TemplateName: name }));
  if (found?.SubjectPart === subject && found.TextPart === text && found.HtmlPart === html) return;
  throw new AlreadyClaimed(
    `The SES template ${name} is there with another content.`,
    'It was changed by hand: delete it in SES, then run this step again.',
  );
}

function refused(what: string, cause: Error): BadInput {
  return new BadInput(what, 'Correct the texts of the notice, then publish or resume the version.', {
    cause,
  });
}
