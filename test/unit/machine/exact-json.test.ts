import { describe, expect, it } from 'vitest';
import { encodeExactJson, parseExactJson, parseQmpMessage } from '../../../src/machine/qmp/message.ts';
import { excessiveGrowth } from '../../hostile/growth.ts';

describe('exact JSON', () => {
  it('has whole numbers of 64 bits, both ways', () => {
    expect(
      encodeExactJson({ mask: 18446744073709551615n, on: true, text: 'a"b', none: undefined, list: [1, null, -5n] }),
    ).toBe('{"mask":18446744073709551615,"on":true,"text":"a\\"b","list":[1,null,-5]}');
    expect(
      parseExactJson(
        '{"mask": 18446744073709551615, "low": -9223372036854775808, "few": [7, 1.5e20, 9007199254740991]}',
      ),
    ).toEqual({ mask: 18446744073709551615n, low: -9223372036854775808n, few: [7, 1.5e20, 9007199254740991] });
  });

  it.each([
    '"18446744073709551615"',
    '"a\\"18446744073709551615,"',
    '"\\\\"',
    '1844674407370955161.5',
    '18446744073709551615e1',
    '"\\u00001844674407370955"',
    '123456789012345678901234567890',
  ])('leaves %s as it is', (text) => {
    expect(parseExactJson(text)).toEqual(JSON.parse(text));
  });

  it('is used only for return values of commands', () => {
    expect(parseQmpMessage('{"return": 18446744073709551615, "id": 3}')).toEqual({
      kind: 'return',
      id: 3,
      value: 18446744073709551615n,
    });
    expect(parseQmpMessage('{"event": "X", "data": {"size": 18446744073709551615}}')).toMatchObject({
      kind: 'event',
      event: { data: { size: 18446744073709551616 } },
    });
  });

  it('rejects text that is not JSON', () => {
    expect(() => parseExactJson('{')).toThrow(SyntaxError);
  });

  it.each(['"', '\\', '1'])('reads megabytes of %s in time that grows with their length', (sign) => {
    const textOf = (chars: number): string => JSON.stringify([sign.repeat(chars)]);
    expect(excessiveGrowth((text) => void parseExactJson(text), textOf, 250_000)).toBeUndefined();
  });
});
