import { hostileOverBroker } from '../../hostile/over-broker.ts';
import { doorRefusals } from './door-refusals.ts';
import { rig } from './rig.ts';
import { rights } from './rights.ts';
import { trouble } from './trouble.ts';

// One broker for all of it: starting one takes seconds.
const broker = rig(['max_message_size = 30000000'], { 'ijw-in': { 'delivery-limit': 3 } });

rights(broker);
// Before what follows: a queue that was removed and made again shortly before the broker is killed may not start any more.
trouble(broker);
doorRefusals(broker);
hostileOverBroker(broker);
