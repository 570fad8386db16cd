import { hostileOverBroker } from '../../hostile/over-broker.ts';
import { doorRefusals } from './door-refusals.ts';
import { rig } from './rig.ts';
import { rights } from './rights.ts';
import { trouble } from './trouble.ts';

// One broker for all of it: starting one takes seconds. None of this kills it (broker-killed.test.ts has its own).
const broker = rig(['max_message_size = 30000000'], { 'ijw-in': { 'delivery-limit': 3 } });

rights(broker);
trouble(broker);
doorRefusals(broker);
hostileOverBroker(broker);
