import { strict as assert } from 'node:assert';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { command, signalGroup } from '../command.ts';
import { listen } from '../listen.ts';
import { until } from '../progress.ts';
import { callerEnvironment, engineEnvironment } from './environment.ts';

/** A running engine. */
export interface Engine {
  readonly endpoint: string;
  /** The certificate it shows, to be trusted. */
  readonly certificate: string;
  /** For programs that are to take the engine for AWS. */
  readonly environment: NodeJS.ProcessEnv;
  get(path: string, host?: string): Promise<Page>;
  logTail(lines: number): string;
  stop(): Promise<void>;
}

/** What the engine answered. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/**
 * Starts the engine on a free port of 127.0.0.1, over TLS and with IAM policies enforced. `folder` takes its
 * certificate, log and files; mails it accepts are handed to the SMTP server on `smtpPort`.
 */
export async function startEngine(python: string, folder: string, smtpPort: number): Promise<Engine> {
  mkdirSync(folder, { recursive: true });
  const [port, tls] = [await freePort(), await certify(folder)];
  const log = join(folder, 'engine.log');
  const out = openSync(log, 'w');
  const child = spawn(python, [join(__dirname, 'engine.py')], {
    cwd: folder,
    env: {
      ...engineEnvironment(folder, port, smtpPort),
      MINISTACK_SSL_CERT: tls.cert,
      MINISTACK_SSL_KEY: tls.key,
    },
    stdio: ['ignore', out, out],
    // A group of its own, so that the functions it runs end with it.
    detached: true,
  });
  closeSync(out);
  const endpoint = `https://127.0.0.1:${port}`;
  const engine: Engine = {
    endpoint,
    certificate: tls.cert,
    environment: callerEnvironment(endpoint, tls.cert, folder),
    get: (path, host) => get(port, tls.cert, path, host),
    logTail: (lines) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n'),
    stop: () => stop(child),
  };
  try {
    await until('The engine answers', 60_000, () => healthOf(engine, child));
    return engine;
  } catch (error) {
    await stop(child);
    throw new Error(`The engine does not start:\n${engine.logTail(40)}`, { cause: error });
  }
}

async function healthOf(engine: Engine, child: ChildProcess): Promise<true | null> {
  assert.equal(child.exitCode, null, 'The engine has ended.');
  const page = await engine.get('/_ministack/health').catch(() => null);
  if (page?.status !== 200) return null;
  assert.match(page.body, /"auth": "enabled"/, 'The engine does not enforce permissions.');
  return true;
}

/** A certificate of our own for 127.0.0.1, for a few days. */
async function certify(folder: string): Promise<{ readonly cert: string; readonly key: string }> {
  const [cert, key] = [join(folder, 'engine.crt'), join(folder, 'engine.key')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3'];
  const name = ['-subj', '/CN=policy-notice e2e', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', key, '-out', cert];
  await command('openssl', ['req', '-x509', ...kind, ...name, ...files], { cwd: folder, env: process.env });
  return { cert, key };
}

function get(port: number, certificate: string, path: string, host = '127.0.0.1'): Promise<Page> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', servername: '', port, path, headers: { host } };
    const call = request({ ...options, ca: readFileSync(certificate), agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
      });
    });
    call.setTimeout(20_000, () => call.destroy(new Error(`No answer to ${path}`)));
    call.on('error', reject);
    call.end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ends the engine and the functions it runs: politely, then for good. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  const runs = child.exitCode === null && child.signalCode === null;
  signalGroup(child, 'SIGTERM');
  const patience = new Promise((resolve) => setTimeout(resolve, 5000).unref());
  if (runs) await Promise.race([ended, patience]);
  signalGroup(child, 'SIGKILL');
}
