import type { ChannelModel } from 'amqplib';
import { TURN_QUEUE } from './names.ts';

/**
 * Whether it is this connection's turn to take messages in; then it stays so until the connection ends. Of several
 * processes one takes at a time: the messages of a sender must keep their order, which two that share a queue would lose.
 * The turn is an exclusive queue, which belongs to the connection that made it and goes with it.
 */
export async function takeTurn(connection: ChannelModel): Promise<boolean> {
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  try {
    await channel.assertQueue(TURN_QUEUE, {
      exclusive: true,
      durable: false,
      arguments: { 'x-queue-type': 'classic' },
    });
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && fout.code === 405) return false;
    throw fout;
  }
  await channel.close();
  return true;
}
