import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpClient } from '../servers/http-client.ts';
import type { Post } from './verkeer.ts';

/** A post that was acknowledged, and the id that was promised. */
export interface Bekend {
  readonly post: Post;
  readonly id: string;
}

/** In order, each until it is acknowledged: what was not is simply sent again. */
export async function postAll(rij: readonly Post[], http: HttpClient, bekend: Bekend[]): Promise<void> {
  for (const post of rij) {
    const sleutel = await http.sleutel(post.afzender);
    for (;;) {
      const id = await acknowledged(http, sleutel, post.bytes);
      if (id !== null) {
        bekend.push({ post, id });
        break;
      }
      await sleep(50);
    }
  }
}

/** Null when there was no answer, or one that promises nothing. */
async function acknowledged(http: HttpClient, sleutel: string, bytes: Uint8Array): Promise<string | null> {
  try {
    const antwoord = await http.call('POST', '/api/v1/berichten', sleutel, bytes);
    if (antwoord.status === 202 || antwoord.status === 200) return ((await antwoord.json()) as { id: string }).id;
    if (antwoord.status >= 500) return null;
    throw new Refused(`${antwoord.status} ${await antwoord.text()}`);
  } catch (fout) {
    if (fout instanceof Refused) throw fout;
    return null;
  }
}

class Refused extends Error {}
