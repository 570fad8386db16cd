import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface SmtpSink {
  readonly url: string;
  /** Whole mails as they came, oldest first. */
  readonly mails: readonly string[];
  /** From now on every recipient is refused with this answer; null: none. */
  refuse(code: number | null): void;
  stop(): Promise<void>;
}

/** A mail server on this machine that keeps what it gets. */
export async function startSmtp(): Promise<SmtpSink> {
  const mails: string[] = [];
  let refused: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(refused === null ? null : Object.assign(new Error('jeugdhulp@voorbeeld.nl: no'), { responseCode: refused })),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuse: (code) => {
      refused = code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
