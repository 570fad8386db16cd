import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { connect, createServer, type Server, TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../src/access/actions.ts';
import { certifiedPrincipal, partyOfCertificate } from '../../src/api/certificate.ts';

const pem = (name: string) => readFileSync(join(import.meta.dirname, '../servers/tls', name));

/** A server that asks for a certificate, and says which party it sees at the other side. */
let server: Server;
beforeAll(async () => {
  const tls = { key: pem('server.key'), cert: pem('server.pem'), ca: pem('ca.pem') };
  server = createServer({ ...tls, requestCert: true, rejectUnauthorized: false }, (line) => {
    line.end(String(partyOfCertificate(line)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

function seen(client: string | null): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const own = client === null ? {} : { key: pem(`${client}.key`), cert: pem(`${client}.pem`) };
  return new Promise((resolve, reject) => {
    let text = '';
    connect({ port, host: '127.0.0.1', servername: 'localhost', ca: pem('ca.pem'), ...own })
      .on('data', (piece) => {
        text += piece;
      })
      .on('end', () => resolve(text))
      .on('error', reject);
  });
}

describe('a client certificate', () => {
  it('names a party when an authority that is trusted gave it, and only then', async () => {
    expect(await seen('partij')).toBe('42420001');
    expect(await seen('vreemd')).toBe('null');
    expect(await seen('naam')).toBe('null');
    expect(await seen(null)).toBe('null');
  });

  it('names nobody on a line without TLS, or whose certificate was not looked at', () => {
    expect(partyOfCertificate(new Socket())).toBeNull();
    expect(partyOfCertificate(new TLSSocket(new Socket()))).toBeNull();
  });

  it('makes of it who may send for that party', () => {
    expect(certifiedPrincipal('42420001', 'stuf')).toMatchObject({ role: 'aanbieder', parties: ['42420001'] });
    expect(certifiedPrincipal('0362', 'stuf').role).toBe('gemeente');
    expect(refusal(certifiedPrincipal('0362', 'stuf'), 'message.send')).toBeNull();
  });
});
