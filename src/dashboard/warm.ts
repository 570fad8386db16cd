import { setTimeout as sleep } from 'node:timers/promises';
import type { StaffPrincipal } from '../access/principal.ts';
import type { Api } from '../api/vraag.ts';
import { NO_FORM } from './form.ts';
import { documentOf } from './layout/document.tsx';
import type { PageRoute } from './page.ts';
import { BERICHTEN } from './pages/berichten/berichten.tsx';
import { OVERZICHT } from './pages/overzicht/overzicht.tsx';

/** Looks at nothing that is recorded, and its pages go to nobody. */
const NOBODY: StaffPrincipal = {
  ...{ kind: 'staff', role: 'beheerder', keyId: 'start', keyName: 'start', regions: [], readOnly: true, via: 'web' },
};

/** How often it is asked whether the gateway is ready (ms). */
const EACH_MS = 500;

/**
 * Makes the first pages once for nobody, when the gateway is ready and has nothing to lose by it: else whoever comes first waits
 * for connections, statements and code that nobody used yet. Ends when that is done, or the process stops.
 */
export async function warmPages(api: Api, stopped: AbortSignal): Promise<void> {
  while (!(await api.gateway.health.ready()).ok) {
    await sleep(EACH_MS, undefined, { ref: false, signal: stopped });
  }
  for (const page of [OVERZICHT, BERICHTEN]) {
    if (stopped.aborted) return;
    await make(page, api);
  }
}

async function make(page: PageRoute, api: Api): Promise<void> {
  const now = api.nu();
  const request = { principal: NOBODY, api, params: {}, query: {}, form: NO_FORM, now, whole: false };
  const outcome = await page.show(request);
  if (outcome.kind !== 'view') return;
  const { title, body } = outcome;
  documentOf({ title, body, principal: NOBODY, csrf: '', path: page.path, url: page.path, assets: '', now });
}
