import { headerBytes, maxDataBytes, ProtocolError } from './protocol.ts';
import { needBytes } from './message.ts';

/**
 * The answer to the peer's version: 0.0, and how much data a message may carry. Its JSON ends with a NUL, and QEMU
 * takes no answer that is longer than its question. Capabilities that the peer did not name are not mentioned: it warns
 * of them.
 * @throws ProtocolError when the peer speaks another version.
 */
export function answerVersion(body: Buffer): Buffer {
  const major = needBytes(body, 4, 'VERSION').readUInt16LE(0);
  if (major !== 0) throw new ProtocolError(`expected version 0 of the protocol, found ${major}`);
  checkCapabilities(body.subarray(4));
  const capabilities = Buffer.from(
    `${JSON.stringify({ capabilities: { max_msg_fds: 8, max_data_xfer_size: maxDataBytes } })}\0`,
  );
  const version = Buffer.alloc(4);
  return capabilities.length > body.length - version.length ? version : Buffer.concat([version, capabilities]);
}

function checkCapabilities(json: Buffer): void {
  if (json.length === 0) return;
  const text = json.toString('utf8').replace(/\0.*$/s, '');
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return;
  } catch {
    // Said below.
  }
  throw new ProtocolError(
    `VERSION: expected capabilities as a JSON object, found ${JSON.stringify(text.slice(0, headerBytes * 4))}`,
  );
}
