import type { Bevinding } from '../../findings/bevinding.ts';
import { andereRelease } from '../../standard/other-releases.ts';
import type { Wortel } from '../root.ts';
import { poortBevinding } from './poort-bevinding.ts';

const ISTANDAARD = /^http:\/\/www\.istandaarden\.nl\/(\w{2,20})\/(\d{1,3})_(\d{1,3})\/(\w{2,20})\/schema$/;
const STANDAARDEN: Readonly<Record<string, string>> = { iwmo: 'iWmo', iwlz: 'iWlz', ieb: 'iEb', ipgb: 'iPgb' };
const SOAP = /^http:\/\/(?:schemas\.xmlsoap\.org\/soap\/envelope\/|www\.w3\.org\/2003\/05\/soap-envelope)$/;
const STUF = /stufstandaarden\.nl|egem\.nl\/stuf/i;

/** What an XML file is whose root element is of no message that the gateway takes, with what to do. */
export function vreemdeWortel({ naam, namespace }: Wortel): Bevinding {
  if (SOAP.test(namespace)) return poortBevinding('POORT-ENVELOP', { wat: 'een SOAP-envelop' });
  if (STUF.test(namespace)) return poortBevinding('POORT-ENVELOP', { wat: stufVan(naam) });
  const [, standaard, groot, klein, soort = ''] = ISTANDAARD.exec(namespace) ?? [];
  if (standaard === undefined) return poortBevinding('POORT-NAAMRUIMTE', { wat: onbekend(naam, namespace) });
  const release = `${groot}.${klein}`;
  const type = soort.toUpperCase();
  if (standaard === 'ijw') return poortBevinding('POORT-RELEASE', { uitleg: andereRelease(release, type) });
  const ander = STANDAARDEN[standaard] ?? 'een andere iStandaard';
  const wat = `het is een ${type} van ${ander} ${release}. Deze gateway verwerkt alleen jeugdhulp (iJW); stuur dit bericht langs de weg voor ${ander}`;
  return poortBevinding('POORT-NAAMRUIMTE', { wat });
}

/** An envelope of StUF by the code in its name: `envelopHeenbericht-ggk_Di01`, `Fo01Bericht`. */
function stufVan(naam: string): string {
  const [code] = /(?:Di|Du|Fo|Bv)0\d/.exec(naam) ?? [];
  if (code === undefined) return 'een StUF-bericht';
  return code.startsWith('D') ? `een StUF-envelop (${code})` : `een StUF-bericht (${code}) over een eerder bericht`;
}

function onbekend(naam: string, namespace: string): string {
  if (namespace === '') {
    return 'het eerste element heeft geen naamruimte (xmlns). Zet de naamruimte van het bericht erin';
  }
  if (/istandaarden\.nl/i.test(namespace)) {
    return 'de naamruimte lijkt op die van iJW maar is anders geschreven. Neem haar letterlijk over';
  }
  if (/^html$/i.test(naam)) return 'het is een webpagina (HTML). Stuur het XML-bericht zelf';
  return 'het eerste element heeft een onbekende naamruimte. Stuur een bericht van iJW';
}
