/** Names of the modules that this one needs, from the `depends=` of its `.modinfo` section. */
export function dependsOf(module: Uint8Array): readonly string[] {
  const bytes = Buffer.from(module.buffer, module.byteOffset, module.byteLength);
  const key = Buffer.from('\0depends=');
  const start = bytes.indexOf(key);
  if (start === -1) return [];
  const from = start + key.length;
  const names = bytes.toString('latin1', from, bytes.indexOf(0, from));
  return names.split(',').filter((name) => name !== '');
}
