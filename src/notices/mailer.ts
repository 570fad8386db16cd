import { createTransport } from 'nodemailer';
import type { MailText } from './mail-text.ts';
import type { Sent } from './notice.ts';

/** How long each step of a mail may take (ms). */
const STEP_MS = 15_000;

export interface MailerOptions {
  readonly url: string;
  readonly from: string;
}

/** Sends mail by the server of SMTP_URL. */
export class Mailer {
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #from: string;

  constructor({ url, from }: MailerOptions) {
    const steps = { connectionTimeout: STEP_MS, greetingTimeout: STEP_MS, socketTimeout: STEP_MS };
    this.#transport = createTransport({ url, ...steps, disableFileAccess: true, disableUrlAccess: true });
    this.#from = from;
  }

  /** `id` makes the same mail the same to who gets it twice. */
  async send(to: string, { subject, text }: MailText, id: string): Promise<Sent> {
    try {
      const messageId = `<${id}@ijw-gateway>`;
      const headers = { 'auto-submitted': 'auto-generated' };
      const info = await this.#transport.sendMail({ from: this.#from, to, subject, text, messageId, headers });
      return info.rejected.length === 0 ? { kind: 'sent' } : { kind: 'failed', code: 'adres-geweigerd' };
    } catch (fout) {
      return { kind: 'failed', code: codeOf(fout) };
    }
  }

  close(): void {
    this.#transport.close();
  }
}

/** What servers answer may name who it was for: only the kind of error is kept. */
function codeOf(fout: unknown): string {
  const { code, responseCode } = fout as { readonly code?: unknown; readonly responseCode?: unknown };
  if (typeof responseCode === 'number') return `smtp-${responseCode}`;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? `smtp-${code.toLowerCase()}` : 'smtp';
}
