import { devNull } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { env } from '../lambda/steps.ts';
import type { EnvName } from '../lambda/steps.ts';
import { sealed } from '../lambda/core/settings/sealed.ts';
import type { Settings } from '../lambda/core/settings/settings.ts';
import { startDynamoDb } from './dynamodb/server.ts';
import { createTables } from './dynamodb/tables.ts';
import type { ObjectCreated } from './s3/event.ts';
import { startS3 } from './s3/server.ts';
import type { SesServer, SesServerOptions } from './ses/server.ts';
import { startSesServer } from './ses/server.ts';
import { startSiteServer } from './site/server.ts';

export interface EnginesOptions {
  /** Where everything is kept: `documents/`, `site/`, `mail/` (one .eml per message), `templates/` and `tables/`. */
  readonly dir: string;
  readonly settings: Settings;
  /** Told of every object written to the documents bucket, before its writer is answered. */
  readonly onObjectCreated?: (event: ObjectCreated) => void;
  /** Limits, faults and ports of the SES account; unlimited when absent. */
  readonly ses?: SesServerOptions;
  /** 0, the default, takes a free one. */
  readonly sitePort?: number;
  /** Links lead to the site served here, which is gone when the engines stop; by default to the address in the settings. */
  readonly linkHere?: boolean;
}

/** What runs, how a step finds it, and where a person looks. */
export interface Engines {
  /** Everything a step reads from its environment, and what points the SDK at this machine and at no account. */
  readonly environment: Readonly<Record<string, string>>;
  readonly urls: {
    readonly dynamoDb: string;
    readonly s3: string;
    readonly ses: string;
    readonly inbox: string;
    readonly site: string;
  };
  readonly ses: SesServer;
  /** Closes every connection and finishes writing; twice is harmless. */
  stop(): Promise<void>;
}

const region = 'eu-central-1';
const documents = { name: 'documents', versioned: true };
const site = { name: 'site', versioned: false };
const tables = { archive: 'archive', customers: 'customers', notices: 'notices' };
/** The configuration set that every notice goes through here. */
export const configurationSet = 'policy-notice';

/**
 * Starts DynamoDB, S3, SES and the web site on 127.0.0.1 in this process, with tables and buckets.
 * Throws AlreadyClaimed when another process works in `dir`; whatever had been started is stopped again.
 */
export async function startEngines(options: EnginesOptions): Promise<Engines> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const engine = await starting;
    stops.push(() => engine.stop());
    return engine;
  };
  try {
    return { ...(await startAll(options, started)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Started = <T extends { stop(): Promise<void> }>(starting: Promise<T>) => Promise<T>;

async function startAll(options: EnginesOptions, started: Started): Promise<Omit<Engines, 'stop'>> {
  const { dir, settings } = options;
  // First, because it is the one that claims the folder.
  const dynamoDb = await started(startDynamoDb({ dir }));
  const s3 = await started(startS3({ dir, region, buckets: [documents, site], ...announcing(options) }));
  const ses = await started(startSesServer({ ...sesOptions(options), ...options.ses }));
  const pages = await started(startSiteServer({ dir: join(dir, site.name), port: options.sitePort ?? 0 }));
  const urls = { dynamoDb: dynamoDb.url, s3: s3.url, ses: ses.url, inbox: ses.inboxUrl, site: pages.url };
  await createTablesAt(urls.dynamoDb);
  const served = { ...settings, site: { ...settings.site, url: urls.site } };
  const linked = options.linkHere === true ? served : settings;
  return { environment: { ...stepEnvironment(linked), ...sdkEnvironment(urls) }, urls, ses };
}

/** Pages of the site start nothing, deployed or here. */
function announcing({ onObjectCreated }: EnginesOptions): Pick<EnginesOptions, 'onObjectCreated'> {
  if (onObjectCreated === undefined) return {};
  return {
    onObjectCreated: (event) => event.detail.bucket.name === documents.name && onObjectCreated(event),
  };
}

function sesOptions({ dir, settings }: EnginesOptions): SesServerOptions {
  return {
    region,
    identities: [settings.sender.address],
    configurationSets: [configurationSet],
    folder: join(dir, 'mail'),
    templates: join(dir, 'templates'),
    title: `Inbox of the customers of ${settings.company.name}`,
  };
}

async function createTablesAt(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  await createTables(client, tables);
  client.destroy();
}

function stepEnvironment(settings: Settings): Record<EnvName, string> {
  return {
    [env.settings]: sealed(settings),
    [env.archiveTable]: tables.archive,
    [env.customersTable]: tables.customers,
    [env.noticesTable]: tables.notices,
    [env.documentsBucket]: documents.name,
    [env.siteBucket]: site.name,
    [env.configurationSet]: configurationSet,
    [env.recordLock]: 'GOVERNANCE 1',
  };
}

/**
 * The SDK's own variables. Profiles, credentials and endpoints of the user are blanked out, so that nothing here can
 * reach, or fail for want of, a real account.
 */
function sdkEnvironment(urls: Engines['urls']): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: urls.dynamoDb,
    AWS_ENDPOINT_URL_S3: urls.s3,
    AWS_ENDPOINT_URL_SES: urls.ses,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    ...logEnvironment(),
  };
}

/** The steps log nothing here, unless whoever started this process asks for it: `POWERTOOLS_LOG_LEVEL=INFO`. */
function logEnvironment(): Record<string, string> {
  return {
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'SILENT',
    POWERTOOLS_METRICS_DISABLED: process.env['POWERTOOLS_METRICS_DISABLED'] ?? 'true',
  };
}
