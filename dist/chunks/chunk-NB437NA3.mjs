import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/results/reproduce.ts
function shellQuote(word) {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
function shellJoin(words) {
  return words.map(shellQuote).join(" ");
}
function reproduceCommand(planned, options) {
  if (planned.sweep !== void 0) return sweepCommand(planned, planned.sweep, options);
  const timeout = options.timeoutSeconds === void 0 ? [] : ["--timeout", String(options.timeoutSeconds)];
  const repeat = options.repeat === void 0 ? [] : ["--repeat", String(options.repeat)];
  return shellJoin([
    ...options.invocation,
    "run",
    notAnOption(options.suitePath),
    "--test",
    planned.id,
    ...machineWords(planned, options),
    ...timeout,
    ...repeat
  ]);
}
function sweepCommand(planned, { test, device, fault, nth }, options) {
  const point = ["--device", device, "--fault", fault.text, "--point", String(nth)];
  return shellJoin([
    ...options.invocation,
    "sweep",
    notAnOption(`${options.suitePath}/${test}`),
    ...point,
    ...machineWords(planned, options)
  ]);
}
function shellCommandLine(planned, options) {
  return shellJoin([
    ...options.invocation,
    "shell",
    notAnOption(`${options.suitePath}/${planned.sweep?.test ?? planned.test.name}`),
    ...machineWords(planned, options)
  ]);
}
function machineWords({ cell, suite }, { qemu, diskImage, accelerator }) {
  return [
    ...cell.kernel.text === suite.kernel ? [] : ["--kernel", cell.kernel.text],
    ...cell.machine.args.length === 0 ? [] : ["--machine", `${cell.machine.name}=${shellJoin(cell.machine.args)}`],
    ...qemu === void 0 ? [] : ["--qemu", qemu],
    ...diskImage === void 0 ? [] : ["--disk-image", diskImage],
    ...accelerator === void 0 ? [] : ["--accel", accelerator]
  ];
}
function notAnOption(path) {
  return path.startsWith("-") ? `./${path}` : path;
}

export {
  shellQuote,
  shellJoin,
  reproduceCommand,
  shellCommandLine
};
