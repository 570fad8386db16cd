import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';

/** What the server shows, and by whom certificates of clients are signed; PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  /** Null: certificates of clients are not asked for. */
  readonly ca: string | null;
}

const NAMEN = ['TLS_CERT', 'TLS_KEY', 'TLS_CA'] as const;

/** The files that TLS_CERT, TLS_KEY and TLS_CA name; a Dutch sentence for each that is not there or does not fit. */
export function readTls(env: Readonly<Record<string, string>>): {
  readonly tls: TlsFiles | null;
  readonly fouten: readonly string[];
} {
  const gezet = NAMEN.filter((naam) => env[naam] !== undefined);
  if (gezet.length === 0) return { tls: null, fouten: [] };
  if (env.TLS_CERT === undefined || env.TLS_KEY === undefined) {
    return {
      tls: null,
      fouten: [`${gezet.join(' en ')} werkt alleen met TLS_CERT en TLS_KEY samen: zet ze beide, of geen.`],
    };
  }
  const fouten: string[] = [];
  const bestanden = Object.fromEntries(gezet.map((naam) => [naam, lees(naam, env[naam] ?? '', fouten)]));
  if (fouten.length > 0) return { tls: null, fouten };
  const { TLS_CERT: cert = '', TLS_KEY: key = '', TLS_CA: ca = null } = bestanden;
  if (!isCertificaat(cert)) fouten.push('TLS_CERT is geen certificaat in PEM (-----BEGIN CERTIFICATE-----).');
  else if (!past(cert, key))
    fouten.push('TLS_KEY is geen sleutel in PEM zonder wachtwoord, of hoort niet bij TLS_CERT.');
  if (ca !== null && !isCertificaat(ca))
    fouten.push('TLS_CA bevat geen certificaat in PEM van wie de certificaten van partijen uitgeeft.');
  return fouten.length > 0 ? { tls: null, fouten } : { tls: { cert, key, ca }, fouten: [] };
}

function lees(naam: string, pad: string, fouten: string[]): string {
  try {
    return readFileSync(pad, 'utf8');
  } catch {
    fouten.push(`Het bestand van ${naam} is niet te lezen: geef het pad van een PEM-bestand dat de gateway mag lezen.`);
    return '';
  }
}

function isCertificaat(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

function past(cert: string, key: string): boolean {
  try {
    return createSecureContext({ cert, key }) !== null;
  } catch {
    return false;
  }
}
