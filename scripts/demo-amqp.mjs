#!/usr/bin/env node
/**
 * npm run demo:amqp: the story of samples/ over a message broker. Starts a private RabbitMQ and a gateway, plays the systems
 * of the parties, prints each verdict, and takes everything away again. Ends with 1 when a verdict is another than the
 * story says.
 */
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { ensureSystem, FOR_AMQP } from './lib/system.mjs';

if (!((await ensureSystem(FOR_AMQP)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);

const { demo } = await import('./demo/amqp/play.mjs');
process.exit((await demo()) ? 0 : 1);
