import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  storeRoot
} from "./chunk-HSG2LOMW.mjs";
import {
  RunRefused
} from "./chunk-UUOU5VDB.mjs";
import {
  AssetStore
} from "./chunk-EHPRK6VV.mjs";
import {
  environmentVariable,
  environmentWith,
  findProgram,
  homeDirectory,
  hostArchitecture
} from "./chunk-CQ32FWZF.mjs";
import {
  devicesOf,
  faultsOf,
  formatProblem,
  sortProblems
} from "./chunk-XWP5X6A4.mjs";
import {
  realPlace
} from "./chunk-OAU2IF34.mjs";
import {
  DeviceHostError,
  describeExit,
  startDeviceHost
} from "./chunk-BES5BLRJ.mjs";
import {
  runCommand
} from "./chunk-7XYTD5F5.mjs";
import {
  createScratchDirectory
} from "./chunk-EC7TNNSF.mjs";
import {
  readTextFrom,
  sizeOfFile
} from "./chunk-LLEU7AI5.mjs";
import {
  writeFileAt
} from "./chunk-E5RNW4JP.mjs";
import {
  deferred
} from "./chunk-MO2YFL3J.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/provision/provision-context.ts
import { resolve } from "node:path";

// src/host/clock.ts
function now() {
  return /* @__PURE__ */ new Date();
}
function monotonicUs() {
  return Number(process.hrtime.bigint() / 1000n);
}

// src/provision/provision-context.ts
function createProvisionContext({ progress, signal, storeRoot: chosenRoot, onStoreUse, mirrors = /* @__PURE__ */ new Map() }) {
  const store = new AssetStore(chosenRoot ?? hostStoreRoot(), onStoreUse);
  return { store, progress, signal, mirrors, nowMs: () => now().getTime() };
}
function hostStoreRoot() {
  return realPlace(resolve(storeRoot({ variable: environmentVariable, home: homeDirectory() })));
}

// raw-text:src/device-host/line-relay.c
var line_relay_default = `/*
 * Stands between QEMU and the process of a device model, for the one thing that Node cannot do: it receives the eventfd of the interrupt
 * line, and writes to it when the process says so.
 *
 *     line-relay PATH MODEL
 *
 * listens at PATH, where QEMU connects, and joins one machine at a time to the socket MODEL. Messages of vfio-user pass unchanged, both
 * ways, in their order. Descriptor 3 gets a byte when QEMU may connect. It ends when it is killed.
 *
 * Whatever else QEMU sends along is closed at once: among it is the file of a template's memory, which must never be mapped or written.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* As in vfio-user/protocol.ts. ring_line is ours, and goes no further than here. */
enum { header_bytes = 16, max_message_bytes = 32 * 1024 + 256 };
enum { command_set_irqs = 8, command_ring_line = 0xff00 };
enum { type_mask = 0xf, type_request = 0 };
enum { irqs_data_eventfd = 0x04, irqs_action_trigger = 0x20 };

enum { ready_descriptor = 3 };

/* One direction. It holds at most one message, which goes on when all of it is here. */
struct lane {
	int from;
	int to;
	/* What came along with the message; -1: nothing. */
	int descriptor;
	size_t held;
	size_t passed;
	unsigned char message[max_message_bytes];
};

/* Called with every whole message. False: it goes no further. */
typedef bool listener_to(struct lane *lane, int *bell);

static int listen_at(const char *path);
static int connect_to(const char *path);
static int accept_from(int listener);
static void join(int machine, int model, int listener);
static void take_leave(int model);
static void die(const char *what);

int main(int argc, char **argv)
{
	int listener, machine, model;

	if (argc != 3) {
		fprintf(stderr, "line-relay: expected the path to listen at and that of the model\\n");
		return 2;
	}
	listener = listen_at(argv[1]);
	if (write(ready_descriptor, "\\n", 1) != 1)
		die("telling that it listens");
	for (;;) {
		machine = accept_from(listener);
		if (machine < 0)
			continue;
		model = connect_to(argv[2]);
		join(machine, model, listener);
		close(machine);
		take_leave(model);
	}
}

static struct pollfd awaited(const struct lane *lane);
static bool advance(struct lane *lane, listener_to *hear, int *bell);
static listener_to hear_machine, hear_model;
static void end(struct lane *lane);
static void put_away(int *descriptor);

/* Until one of the two hangs up, or says what is no message. */
static void join(int machine, int model, int listener)
{
	struct lane to_model = { .from = machine, .to = model, .descriptor = -1 };
	struct lane to_machine = { .from = model, .to = machine, .descriptor = -1 };
	bool is_joined = true;
	int bell = -1;

	while (is_joined) {
		struct pollfd watched[] = { awaited(&to_model), awaited(&to_machine), { .fd = listener, .events = POLLIN } };
		int other;

		if (poll(watched, 3, -1) < 0) {
			if (errno == EINTR)
				continue;
			die("poll");
		}
		if (watched[0].revents != 0)
			is_joined = advance(&to_model, hear_machine, &bell);
		if (is_joined && watched[1].revents != 0)
			is_joined = advance(&to_machine, hear_model, &bell);
		if (is_joined && watched[2].revents != 0) {
			/* A second machine is turned away. */
			other = accept_from(listener);
			put_away(&other);
		}
	}
	end(&to_model);
	end(&to_machine);
	put_away(&bell);
}

/* Until the model has hung up, too: it would turn the next machine away while it has this one. */
static void take_leave(int model)
{
	unsigned char unread[4096];
	ssize_t count;

	shutdown(model, SHUT_WR);
	do
		count = recv(model, unread, sizeof(unread), 0);
	while (count > 0 || (count < 0 && errno == EINTR));
	close(model);
}

static bool is_whole(const struct lane *lane);
static bool receive(struct lane *lane);
static bool pass_on(struct lane *lane);

/* What has begun goes on as it is: the receiver says what is wrong with it. */
static void end(struct lane *lane)
{
	if (lane->held > lane->passed)
		pass_on(lane);
	put_away(&lane->descriptor);
}

static struct pollfd awaited(const struct lane *lane)
{
	if (is_whole(lane))
		return (struct pollfd){ .fd = lane->to, .events = POLLOUT };
	return (struct pollfd){ .fd = lane->from, .events = POLLIN };
}

/* One step. False: that was the end. */
static bool advance(struct lane *lane, listener_to *hear, int *bell)
{
	if (is_whole(lane))
		return pass_on(lane);
	if (!receive(lane))
		return false;
	if (!is_whole(lane))
		return true;
	if (hear(lane, bell))
		return pass_on(lane);
	lane->held = 0;
	return true;
}

static uint16_t half_at(const struct lane *lane, size_t at)
{
	return (uint16_t)(lane->message[at] | lane->message[at + 1] << 8);
}

static uint32_t word_at(const struct lane *lane, size_t at)
{
	return half_at(lane, at) | (uint32_t)half_at(lane, at + 2) << 16;
}

/* How long the message is, as far as it is known: first the header is read, then the rest, so that never two messages are in one read. */
static size_t wanted(const struct lane *lane)
{
	return lane->held < header_bytes ? (size_t)header_bytes : word_at(lane, 4);
}

static bool is_whole(const struct lane *lane)
{
	return lane->held == wanted(lane);
}

static bool has_possible_length(const struct lane *lane)
{
	return word_at(lane, 4) >= header_bytes && word_at(lane, 4) <= max_message_bytes;
}

/* Room for one descriptor: the kernel closes what does not fit. */
union control {
	struct cmsghdr header;
	unsigned char bytes[CMSG_SPACE(sizeof(int))];
};

static void keep_descriptor(struct lane *lane, struct msghdr *received)
{
	struct cmsghdr *control = CMSG_FIRSTHDR(received);

	if (control == NULL || control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS || control->cmsg_len < CMSG_LEN(sizeof(int)))
		return;
	put_away(&lane->descriptor);
	memcpy(&lane->descriptor, CMSG_DATA(control), sizeof(int));
}

/* False: the sender has hung up, or says what is no message. */
static bool receive(struct lane *lane)
{
	union control control;
	struct iovec rest = { .iov_base = lane->message + lane->held, .iov_len = wanted(lane) - lane->held };
	struct msghdr into = { .msg_iov = &rest, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = CMSG_LEN(sizeof(int)) };
	ssize_t count = recvmsg(lane->from, &into, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);

	if (count < 0)
		return errno == EAGAIN || errno == EINTR;
	keep_descriptor(lane, &into);
	if (count == 0)
		return false;
	lane->held += (size_t)count;
	return lane->held != header_bytes || has_possible_length(lane);
}

/* False: the receiver has hung up. */
static bool pass_on(struct lane *lane)
{
	ssize_t count = send(lane->to, lane->message + lane->passed, lane->held - lane->passed, MSG_DONTWAIT | MSG_NOSIGNAL);

	if (count < 0)
		return errno == EAGAIN || errno == EINTR;
	lane->passed += (size_t)count;
	if (lane->passed == lane->held)
		lane->passed = lane->held = 0;
	return true;
}

static bool is_request(const struct lane *lane, uint16_t command)
{
	return half_at(lane, 2) == command && (word_at(lane, 8) & type_mask) == type_request;
}

/* Writing to it cannot block, and cannot change a file. */
static bool is_eventfd(int descriptor)
{
	static const char expected[] = "anon_inode:[eventfd]";
	char path[32];
	char found[sizeof(expected)];
	int flags = fcntl(descriptor, F_GETFL);

	if (flags < 0 || (flags & O_NONBLOCK) == 0)
		return false;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", descriptor);
	/* One byte more than expected would show in the length. */
	if (readlink(path, found, sizeof(found)) != (ssize_t)sizeof(expected) - 1)
		return false;
	return memcmp(found, expected, sizeof(expected) - 1) == 0;
}

/*
 * SET_IRQS of index 0 says which eventfd is the line from now on, or that there is none. One that comes to be told the end of an interrupt
 * (action unmask) is refused by the model.
 */
static bool hear_machine(struct lane *lane, int *bell)
{
	const size_t flags_at = header_bytes + 4, index_at = header_bytes + 8, end = header_bytes + 20;

	if (is_request(lane, command_set_irqs) && lane->held >= end && word_at(lane, index_at) == 0 && (word_at(lane, flags_at) & irqs_action_trigger) != 0) {
		put_away(bell);
		if ((word_at(lane, flags_at) & irqs_data_eventfd) != 0 && lane->descriptor >= 0 && is_eventfd(lane->descriptor)) {
			*bell = lane->descriptor;
			lane->descriptor = -1;
		}
	}
	put_away(&lane->descriptor);
	return true;
}

static bool hear_model(struct lane *lane, int *bell)
{
	const uint64_t once = 1;

	put_away(&lane->descriptor);
	if (!is_request(lane, command_ring_line))
		return true;
	/* EAGAIN: it has been rung 2^64 times and not been looked at. */
	if (*bell >= 0 && write(*bell, &once, sizeof(once)) < 0 && errno != EAGAIN)
		die("writing to the line's eventfd");
	return false;
}

static void put_away(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

static struct sockaddr_un address_of(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	if (strlen(path) >= sizeof(address.sun_path)) {
		errno = ENAMETOOLONG;
		die(path);
	}
	memcpy(address.sun_path, path, strlen(path));
	return address;
}

static int new_socket(void)
{
	int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (made < 0)
		die("socket");
	return made;
}

static int listen_at(const char *path)
{
	struct sockaddr_un address = address_of(path);
	int listener = new_socket();

	if (bind(listener, (struct sockaddr *)&address, sizeof(address)) < 0 || listen(listener, SOMAXCONN) < 0)
		die(path);
	return listener;
}

static int connect_to(const char *path)
{
	struct sockaddr_un address = address_of(path);
	int connection = new_socket();

	if (connect(connection, (struct sockaddr *)&address, sizeof(address)) < 0)
		die(path);
	return connection;
}

/* -1: whoever it was is gone again. */
static int accept_from(int listener)
{
	int accepted = accept4(listener, NULL, NULL, SOCK_CLOEXEC);

	if (accepted < 0 && errno != ECONNABORTED && errno != EINTR)
		die("accept");
	return accepted;
}

static void die(const char *what)
{
	fprintf(stderr, "line-relay: %s: %s\\n", what, strerror(errno));
	exit(1);
}
`;

// src/provision/host-program.ts
import { join } from "node:path";

// src/provision/progress.ts
async function withProgress(progress, { what, activity }, work) {
  const startedAt = performance.now();
  progress({ kind: "begin", what, activity });
  try {
    return await work();
  } finally {
    progress({ kind: "end", what, durationMs: Math.round(performance.now() - startedAt) });
  }
}

// src/provision/host-program.ts
var compilerArgs = ["-std=c11", "-O2", "-fstack-protector-strong", "-static"];
var install = "sudo apt-get install gcc libc6-dev";
async function provideHostProgram({ name, source }, context) {
  const asset = { kind: "host-program", key: ["1", hostArchitecture(), ...compilerArgs, source].join("\n") };
  const pathIn = (directory) => ({ kind: "ready", program: join(directory, name) });
  const there = context.store.find(asset);
  if (there !== void 0) return pathIn(there);
  const compiler = findProgram("gcc");
  if (compiler === void 0) return { kind: "absent", reason: `${name} is built by gcc, which is not here; ${install} brings it` };
  try {
    const make = (staging) => compile({ name, source, compiler }, staging, context.signal);
    return pathIn(await withProgress(context.progress, { what: name, activity: "building" }, () => context.store.provide({ ...asset, signal: context.signal, make })));
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    return { kind: "absent", reason: `gcc did not build ${name} (${error.message}); ${install} brings what it needs` };
  }
}
var NotCompiled = class extends Error {
};
async function compile({ name, source, compiler }, staging, signal) {
  const sourcePath = join(staging, `${name}.c`);
  writeFileAt(sourcePath, source);
  const { exitCode, output } = await runCommand([compiler, ...compilerArgs, "-o", join(staging, name), sourcePath], { cwd: staging, env: environmentWith({ LC_ALL: "C" }), signal });
  if (exitCode !== 0) throw new NotCompiled(firstError(output.replaceAll(`${staging}/`, "")) ?? `exit status ${exitCode ?? "unknown"}`);
}
function firstError(output) {
  return output.split("\n").find((line) => /\berror:|cannot find/.test(line));
}

// src/app/line-relay.ts
function lineRelayFrom(context) {
  let provided;
  return () => provided ??= provide(context);
}
async function provide(context) {
  const relay = await provideHostProgram({ name: "line-relay", source: line_relay_default }, context);
  if (relay.kind === "absent") {
    context.progress({ kind: "warning", message: `Device models have no interrupt lines (interrupts.intx) here: ${relay.reason}. Those that have msi or msix as well are used without the line.` });
  }
  return relay;
}

// src/engine/model-pool.ts
import { dirname, join as join2 } from "node:path";
var ModelPool = class {
  #program;
  #lineRelay;
  #idle = [];
  #all = /* @__PURE__ */ new Set();
  #scratch;
  #started = 0;
  /** `program`: `device-host.mjs` of our own distribution. */
  constructor(program, lineRelay) {
    this.#program = program;
    this.#lineRelay = lineRelay;
  }
  /** A process that waits, or else a new one. It starts while its first question is on the way. */
  lend() {
    const pooled = this.#takeIdle() ?? this.#start();
    const events = [];
    const broken = deferred();
    pooled.onEvent = (event) => {
      events.push(event);
      if (event.event === "crashed") broken.resolve(`${event.device}: ${event.crash.message}`);
      if (event.event === "hung") broken.resolve(`no answer for ${event.afterMs / 1e3} s`);
    };
    void pooled.process.exited.then((exit) => broken.resolve(`its process has ended: ${describeExit(exit)}`));
    const from = sizeOfFile(pooled.outputPath);
    return {
      ask: pooled.process.ask,
      lineRelay: this.#lineRelay,
      events,
      broken: broken.promise,
      output: () => readTextFrom(pooled.outputPath, from, maxOutputBytes),
      release: (isTrusted) => {
        if (isTrusted && !pooled.hasEnded) this.#idle.push(pooled);
        else this.#end(pooled);
      }
    };
  }
  [Symbol.dispose]() {
    for (const pooled of this.#all) this.#end(pooled);
    this.#scratch?.[Symbol.dispose]();
    this.#scratch = void 0;
  }
  #takeIdle() {
    for (let pooled = this.#idle.pop(); pooled !== void 0; pooled = this.#idle.pop()) if (!pooled.hasEnded) return pooled;
    return void 0;
  }
  #start() {
    this.#scratch ??= createScratchDirectory();
    const outputPath = join2(this.#scratch.path, `models-${++this.#started}.log`);
    const process2 = startDeviceHost({ program: this.#program, outputPath, onEvent: (event) => pooled.onEvent(inModelsWords(event, dirname(this.#program))) });
    const pooled = { process: process2, outputPath, onEvent: () => void 0, hasEnded: false };
    this.#all.add(pooled);
    void process2.exited.then(() => {
      pooled.hasEnded = true;
    });
    return pooled;
  }
  #end(pooled) {
    this.#all.delete(pooled);
    pooled.process[Symbol.dispose]();
  }
};
var maxOutputBytes = 1024 * 1024;
function inModelsWords(event, ownDirectory) {
  switch (event.event) {
    case "crashed":
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case "hung":
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case "removed":
    case "disconnected":
      return event;
  }
}
function authorsFrames(stack, ownDirectory) {
  return stack.split("\n").filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line))).join("\n");
}

// src/app/model-check.ts
import { join as join3 } from "node:path";

// src/run/create-device.ts
async function createDevice({ ask, lineRelay }, request) {
  const { hasLine } = await ask({ do: "examine", model: request.model });
  return await ask({ do: "create", ...request, ...hasLine ? { lineRelay: await lineRelay() } : {} });
}

// src/app/model-check.ts
async function refuseBrokenModels(plan, pool, cwd) {
  const problems = await modelProblems(plan.tests, pool);
  if (problems.length > 0) throw new RunRefused(problems.map((problem) => formatProblem(problem, cwd)).join("\n"));
}
async function checkModels(suites, pool) {
  return await modelProblems(suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test }))), pool);
}
async function modelProblems(tests, pool) {
  var _stack = [];
  try {
    const devices = distinctDevices(tests);
    if (devices.length === 0) return [];
    const scratch = __using(_stack, createScratchDirectory());
    const problems = [];
    for (const [index, device] of devices.entries()) problems.push(...await tryDevice(device, join3(scratch.path, `m${index}`), pool));
    return sortProblems(problems);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function distinctDevices(tests) {
  const distinct = /* @__PURE__ */ new Map();
  for (const { suite, test } of new Map(tests.map((one) => [one.test, one])).values()) {
    for (const device of devicesOf({ suite, test })) {
      const faults = faultsOf({ suite, test }, device.id);
      distinct.set(JSON.stringify([device.file, device.line, faults.map(({ file, line }) => [file, line])]), { device, faults });
    }
  }
  return [...distinct.values()];
}
async function tryDevice({ device: { id, path, parameters, file, line }, faults }, socket, pool) {
  const lease = pool.lend();
  const created = await complaintOf(createDevice(lease, { device: id, model: path, socket, controls: Object.fromEntries(parameters), faults: [] }));
  const problems = created === void 0 ? [] : [{ file, line, message: `${id}: ${created}`, hint: void 0 }];
  for (const fault of created === void 0 ? faults : []) {
    const complaint = await complaintOf(lease.ask({ do: "set-fault", device: id, text: fault.text }));
    if (complaint !== void 0) problems.push({ file: fault.file, line: fault.line, message: complaint, hint: void 0 });
  }
  if (created === void 0) await complaintOf(lease.ask({ do: "destroy", device: id }));
  lease.release(problems.length === 0 && !lease.events.some(({ event }) => event === "crashed"));
  return problems;
}
async function complaintOf(asked) {
  try {
    await asked;
    return void 0;
  } catch (error) {
    if (!(error instanceof DeviceHostError)) throw error;
    return error.message;
  }
}

export {
  now,
  monotonicUs,
  createProvisionContext,
  hostStoreRoot,
  withProgress,
  lineRelayFrom,
  ModelPool,
  createDevice,
  refuseBrokenModels,
  checkModels
};
