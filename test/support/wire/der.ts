/** Writes one ASN.1 value in DER: its tag, its length and its content. */
export function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

export const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);
export const set = (...content: readonly Buffer[]): Buffer => der(0x31, ...content);
export const integer = (value: number): Buffer => der(0x02, Buffer.from([value]));
export const utf8 = (text: string): Buffer => der(0x0c, Buffer.from(text));
export const octets = (...content: readonly Buffer[]): Buffer => der(0x04, ...content);
export const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content);

/** A value under a tag that its context explains. */
export const explicit = (number: number, ...content: readonly Buffer[]): Buffer =>
  der(0xa0 + number, ...content);

/** Bytes under a tag that its context explains, in place of their own. */
export const implicit = (number: number, content: Buffer): Buffer => der(0x80 + number, content);

/** A time before 2050, to the second. */
export const time = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));

/** An object identifier by its numbers, each below 2^14 after the first two. */
export function identifier(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const groups: number[] = [];
  for (let left = number; left > 0 || groups.length === 0; left = Math.floor(left / 128)) {
    groups.unshift((left % 128) | (groups.length === 0 ? 0 : 0x80));
  }
  return groups;
}
