import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import PostalMime from 'postal-mime';
import { listen } from './listen.ts';

/** A mail as it arrived. */
export interface Mail {
  readonly from: string;
  /** The sender's name, as customers see it. */
  readonly sender: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** An SMTP server on 127.0.0.1 that keeps every mail. */
export interface Inbox {
  readonly port: number;
  mails(): Promise<Mail[]>;
  stop(): Promise<void>;
}

/** Takes whatever the engine delivers; it speaks no more of SMTP than a delivery needs. */
export async function startInbox(): Promise<Inbox> {
  const raw: string[] = [];
  const server = createServer((socket) => converse(socket, (mail) => raw.push(mail)));
  return {
    port: await listen(server),
    mails: () => Promise.all(raw.map(read)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function converse(socket: Socket, keep: (mail: string) => void): void {
  let unread = '';
  let mail: string[] | null = null;
  const answer = (line: string): void => {
    if (mail === null) {
      if (/^DATA/i.test(line)) mail = [];
      const reply = mail ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 ok';
      socket.write(`${reply}\r\n`);
    } else if (line === '.') {
      keep(mail.join('\r\n'));
      mail = null;
      socket.write('250 kept\r\n');
    } else {
      // A line that begins with a dot was given one more (RFC 5321, 4.5.2).
      mail.push(line.replace(/^\./, ''));
    }
  };
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const lines = `${unread}${chunk}`.split('\r\n');
    unread = lines.pop() ?? '';
    lines.forEach(answer);
  });
  socket.on('error', () => socket.destroy());
  socket.write('220 inbox\r\n');
}

async function read(raw: string): Promise<Mail> {
  const { from, to, subject, text, html } = await PostalMime.parse(raw);
  return {
    from: from?.address ?? '',
    sender: from?.name ?? '',
    to: (to ?? []).map(({ address }) => address).join(', '),
    subject: subject ?? '',
    text: text ?? '',
    html: html ?? '',
  };
}
