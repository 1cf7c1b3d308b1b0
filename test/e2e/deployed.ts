import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Outputs } from './checkout.ts';
import type { Engine, Page } from './engine/engine.ts';
import { credentials, region } from './engine/environment.ts';
import { until } from './progress.ts';

/** A run of the state machine, followed to its end or to its wait for the effective date; `failure` if it failed. */
export interface Run {
  readonly arn: string;
  /** The states it went through, in order. */
  readonly states: readonly string[];
  /** What the state holds by now. */
  readonly output: Readonly<Record<string, unknown>>;
  /** Whether it waits for the effective date. */
  readonly waits: boolean;
  readonly failure: string | null;
}

/** The deployed stack, seen from outside. */
export interface Deployed {
  /** The run that an act starts, once it has ended or waits for the effective date. Throws when a task is retried. */
  runStartedBy(act: () => Promise<unknown>): Promise<Run>;
  running(): Promise<number>;
  document(key: string): Promise<string>;
  /** How an attempt of the account's owner to delete a document for good ends: its error's name, or null. */
  deletion(key: string): Promise<string | null>;
  /** A page of the site, through CloudFront. */
  page(path: string): Promise<Page>;
}

/** Reads with the credentials of the account's owner. */
export function deployed(engine: Engine, outputs: Outputs): Deployed {
  const requestHandler = { httpsAgent: { ca: readFileSync(engine.certificate) } };
  const client = { endpoint: engine.endpoint, region, credentials, requestHandler };
  const [sfn, s3] = [new SFNClient(client), new S3Client({ ...client, forcePathStyle: true })];
  const stateMachineArn = outputs['StateMachine'];
  const list = async () => (await sfn.send(new ListExecutionsCommand({ stateMachineArn }))).executions ?? [];
  const arns = async () => (await list()).flatMap(({ executionArn }) => executionArn ?? []);
  const Bucket = outputs['DocumentsBucket'];
  return {
    async runStartedBy(act) {
      const before = new Set(await arns());
      await act();
      const find = async () => (await arns()).find((arn) => !before.has(arn)) ?? null;
      const arn = await until('The dropped text starts a run', 30_000, find);
      let history: HistoryEvent[] = [];
      const where = (): string => `The run ends or waits for its date, after ${statesOf(history).join(', ')}`;
      return until(where, 90_000, async () => runOf(arn, (history = await historyOf(sfn, arn))));
    },
    running: async () => (await list()).filter(({ status }) => status === 'RUNNING').length,
    async document(key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },
    async deletion(key) {
      const { VersionId } = await s3.send(new GetObjectCommand({ Bucket, Key: key }));
      const deleted = s3.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId }));
      return deleted.then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
    },
    page: (path) => engine.get(path, outputs['Site']),
  };
}

async function historyOf(sfn: SFNClient, executionArn: string): Promise<HistoryEvent[]> {
  const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  return events ?? [];
}

function statesOf(history: readonly HistoryEvent[]): string[] {
  return history.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
}

function runOf(arn: string, history: readonly HistoryEvent[]): Run | null {
  const states = statesOf(history);
  const exits = history.flatMap(({ stateExitedEventDetails }) => stateExitedEventDetails?.output ?? []);
  const waits = states.at(-1) === 'Wait until effective date';
  const last = history.at(-1);
  const failure = last?.executionFailedEventDetails?.error ?? null;
  if (waits || last?.type === 'ExecutionSucceeded' || failure !== null)
    return { arn, states, output: JSON.parse(exits.at(-1) ?? '{}'), waits, failure };
  refuseRetries(history);
  return null;
}

/** A task that failed and did not end its run is tried again after a minute: nothing here is to need that. */
function refuseRetries(history: readonly HistoryEvent[]): void {
  const failed = history.find(({ type }) => /Failed|TimedOut|Aborted/.test(type ?? ''));
  const age = Date.now() - (failed?.timestamp?.getTime() ?? Date.now());
  assert.ok(age < 5000, `A task failed: ${JSON.stringify(failed)}`);
}
