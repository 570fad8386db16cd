import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface IssuedCertificate {
  readonly cert: string;
  readonly key: string;
}

/** Who issues certificates, made by openssl in a folder that is removed with `remove`. */
export class Issuer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ijw-ca-'));
  /** Its own certificate. */
  readonly ca: string;
  #issued = 0;

  constructor(name = 'uitgever van de test') {
    this.ca = join(this.#folder, 'ca.pem');
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    this.#openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', `/CN=${name}`);
  }

  /** Paths of a certificate with this subject, and its key; `expired`: over since yesterday. */
  issue(subject: string, { expired = false, names = '' } = {}): IssuedCertificate {
    const name = `c${++this.#issued}`;
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    this.#openssl('req', '-new', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
    if (names !== '') writeFileSync(join(this.#folder, `${name}.ext`), `subjectAltName=${names}\n`);
    const extra = names === '' ? [] : ['-extfile', `${name}.ext`];
    if (expired) this.#expired(name);
    else {
      const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
      this.#openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-out', `${name}.pem`, '-days', '2', ...extra);
    }
    return { cert: join(this.#folder, `${name}.pem`), key: join(this.#folder, `${name}.key`) };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Only `openssl ca` gives a certificate days that are over. */
  #expired(name: string): void {
    mkdirSync(join(this.#folder, 'new'), { recursive: true });
    writeFileSync(join(this.#folder, 'index.txt'), '');
    writeFileSync(join(this.#folder, 'serial'), '1000\n');
    const config = `[ca]\ndefault_ca=d\n[d]\ndir=.\ndatabase=index.txt\nserial=serial\nnew_certs_dir=new\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n`;
    writeFileSync(join(this.#folder, 'ca.cnf'), config);
    const days = ['-startdate', '20200101000000Z', '-enddate', '20200102000000Z'];
    const by = ['-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-batch', '-notext'];
    this.#openssl('ca', ...by, ...days, '-in', `${name}.csr`, '-out', `${name}.pem`);
  }

  #openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: 'pipe' });
  }
}
