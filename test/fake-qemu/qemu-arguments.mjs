// Reads from QEMU's arguments what the fake needs.

/** Descriptors by channel: `-chardev socket,id=qdt.log.run,fd=9`. */
export function channelsIn(args) {
  const channels = new Map();
  for (const value of valuesOf(args, '-chardev')) {
    const match = /^socket,id=qdt\.([^,]+),fd=(\d+)$/.exec(value);
    if (match !== null) channels.set(match[1], Number(match[2]));
  }
  return channels;
}

/** The host's side of the folder that the guest mounts: `-fsdev local,id=…,path=…,security_model=…`. */
export function sharedFolderIn(args) {
  const value = valuesOf(args, '-fsdev')[0] ?? '';
  return /,path=((?:[^,]|,,)*)/.exec(value)?.[1]?.replaceAll(',,', ',');
}

function valuesOf(args, option) {
  return args.flatMap((argument, index) => (argument === option ? [args[index + 1]] : []));
}
