import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { ChannelChange, PartySettings } from '../store/channels/contract.ts';
import { type TargetRules, targetProblem } from './address-guard.ts';
import { secretBytes } from './webhook-secret.ts';

export interface ChannelFault {
  readonly pointer: string;
  /** Dutch: what is wrong and what to do. */
  readonly melding: string;
}

/** What is wrong with settings as they would become; `change` is what is new in them. Empty: nothing. */
export async function checkChange(
  settings: PartySettings,
  change: ChannelChange,
  rules: TargetRules,
): Promise<readonly ChannelFault[]> {
  const { kanaal, url, endpoint } = settings;
  const faults: (ChannelFault | null)[] = [
    kanaal === 'webhook' && url === null ? fault('/url', 'Geef het adres (url) waar de webhook luistert.') : null,
    kanaal === 'stuf' && endpoint === null
      ? fault('/endpoint', 'Geef het adres (endpoint) waar de partij StUF-berichten aanneemt.')
      : null,
    typeof change.url === 'string' ? await target('/url', change.url, rules) : null,
    typeof change.endpoint === 'string' ? await target('/endpoint', change.endpoint, rules) : null,
    typeof change.geheim === 'string' && secretBytes(change.geheim) === undefined
      ? fault(
          '/geheim',
          'Een geheim is whsec_ met daarna 24 tot en met 64 bytes in base64. Laat het weg om er een te laten maken.',
        )
      : null,
    change.certificaat === undefined && change.sleutel === undefined ? null : pair(settings),
  ];
  return faults.filter((one) => one !== null);
}

function fault(pointer: string, melding: string): ChannelFault {
  return { pointer, melding };
}

async function target(pointer: string, address: string, rules: TargetRules): Promise<ChannelFault | null> {
  const melding = await targetProblem(address, rules);
  return melding === null ? null : fault(pointer, melding);
}

function pair({ certificaat, sleutel }: PartySettings): ChannelFault | null {
  if (certificaat === null && sleutel === null) return null;
  if (certificaat === null || sleutel === null) {
    return fault(
      certificaat === null ? '/certificaat' : '/sleutel',
      'Een certificaat en zijn sleutel horen bij elkaar: geef beide.',
    );
  }
  const [certificate, key] = [parsed(() => new X509Certificate(certificaat)), parsed(() => createPrivateKey(sleutel))];
  if (certificate === null) return fault('/certificaat', 'Dit is geen certificaat in PEM.');
  if (key === null) return fault('/sleutel', 'Dit is geen private sleutel in PEM zonder wachtwoord.');
  return certificate.checkPrivateKey(key) ? null : fault('/sleutel', 'Deze sleutel hoort niet bij het certificaat.');
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
