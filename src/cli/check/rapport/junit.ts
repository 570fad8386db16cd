import { zonderStuurtekens } from '../../terminal.ts';
import { groepen } from '../groepeer.ts';
import { groepTekst, kopVan } from '../verslag.ts';
import { html } from './markup.ts';
import type { Vorm } from './vorm.ts';

/** JUnit XML, as build servers read it: a file is a test case, what rejects it a failure, what cannot be read an error. */
export const JUNIT_VORM: Vorm = {
  kop({ getoetst, afgekeurd, onleesbaar }) {
    const tellingen = html`tests="${getoetst + onleesbaar}" failures="${afgekeurd}" errors="${onleesbaar}"`;
    return html`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ijw-gateway check" ${tellingen}>
<testsuite name="ijw-gateway check" ${tellingen}>
`.tekst;
  },
  stuk(ding) {
    const naam = tekst(ding.file);
    if ('onleesbaar' in ding) {
      return html`<testcase classname="onleesbaar" name="${naam}"><error message="${tekst(ding.onleesbaar)}"/></testcase>
`.tekst;
    }
    const klasse = ding.type === null ? 'onbekend' : `${ding.type} ${ding.release}`;
    if (ding.geldig) return html`<testcase classname="${klasse}" name="${naam}"/>\n`.tekst;
    const regels = groepen(ding.bevindingen).map((groep) => tekst(groepTekst(groep)));
    const soort = ding.bevindingen[0]?.regel ?? '';
    return html`<testcase classname="${klasse}" name="${naam}"><failure type="${soort}" message="${tekst(kopVan(ding))}">
${regels.join('\n')}
</failure></testcase>
`.tekst;
  },
  voet: () => '</testsuite>\n</testsuites>\n',
};

/** On one line, and without what XML cannot hold. */
function tekst(regel: string): string {
  return zonderStuurtekens(regel).replace(/[\ufffe\uffff]/g, '\ufffd');
}
