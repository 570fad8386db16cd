import type { Channel } from 'amqplib';

/**
 * Publishes to `ijw.in`, by the frames themselves, a message with a header of tables in tables, so deep that a reader that
 * goes down one call a table runs out of stack. RabbitMQ passes it on; amqplib can write none.
 */
export function deeplyNested(channel: Channel, user: string): void {
  const { ch, connection } = channel as unknown as {
    readonly ch: number;
    readonly connection: { readonly stream: { write(bytes: Buffer): void } };
  };
  let table = Buffer.alloc(0);
  for (let i = 0; i < 6_500; i++) table = Buffer.concat([Buffer.from([0, 0x46]), long(table.length), table]);
  const publish = Buffer.concat([Buffer.from([0, 60, 0, 40, 0, 0]), short('ijw'), short('in.diep'), Buffer.from([0])]);
  const body = Buffer.from('<diep/>');
  // Properties `headers` and `user_id`.
  const flags = Buffer.from([0x20, 0x10]);
  const header = [
    Buffer.from([0, 60, 0, 0, 0, 0, 0, 0]),
    long(body.length),
    flags,
    long(table.length),
    table,
    short(user),
  ];
  for (const [kind, payload] of [
    [1, publish],
    [2, Buffer.concat(header)],
    [3, body],
  ] as const) {
    const start = Buffer.concat([Buffer.from([kind, 0, ch]), long(payload.length)]);
    connection.stream.write(Buffer.concat([start, payload, Buffer.from([0xce])]));
  }
}

function short(text: string): Buffer {
  return Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
