import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  storeRoot
} from "./chunk-RYUO4VQ2.mjs";
import {
  RunRefused
} from "./chunk-UUOU5VDB.mjs";
import {
  AssetStore,
  refuseShortage
} from "./chunk-QWZ6RNY4.mjs";
import {
  ProvisionError,
  endingWords
} from "./chunk-VCDNO2R4.mjs";
import {
  runCommand
} from "./chunk-OVYL4UTN.mjs";
import {
  environmentVariable,
  environmentWith,
  findProgram,
  homeDirectory,
  hostArchitecture
} from "./chunk-MY5CIAFD.mjs";
import {
  problemText
} from "./chunk-C67V5NHE.mjs";
import {
  devicesOf,
  faultsOf,
  sortProblems
} from "./chunk-3FZOQBE2.mjs";
import {
  realPlace
} from "./chunk-LQRWZFRM.mjs";
import {
  readHostLine,
  readJsonLines,
  settingNames,
  startSupervised,
  troubleOfExit,
  withinTime
} from "./chunk-3ANDV6LO.mjs";
import {
  createScratchDirectory
} from "./chunk-P7NKLADR.mjs";
import {
  cutText
} from "./chunk-HLYA65ZP.mjs";
import {
  writeFileAt
} from "./chunk-GEGC7X7J.mjs";
import {
  deferred
} from "./chunk-KTFFVCLG.mjs";
import {
  isSystemError
} from "./chunk-BGL2MGIU.mjs";
import {
  secretToken
} from "./chunk-LFGQZFD2.mjs";
import {
  bounds
} from "./chunk-4PORZPZM.mjs";
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
function createProvisionContext({
  progress,
  signal,
  storeRoot: chosenRoot,
  onStoreUse,
  mirrors = /* @__PURE__ */ new Map()
}) {
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

// src/device-host/device-host-limits.ts
var deviceHostLimits = {
  startMs: 3e4,
  hangMs: 5e3,
  loadMs: 1e4,
  createMs: 3e4,
  answerMs: 15e3,
  pulseMs: 2e3
};

// src/device-host/pending-asks.ts
var PendingAsks = class {
  #onLate;
  #asks = /* @__PURE__ */ new Map();
  #nextId = 1;
  #isTimed = false;
  /** `onLate`: told when one has waited for too long; it still waits then. */
  constructor(onLate) {
    this.#onLate = onLate;
  }
  /** The number that it is sent with. */
  add(what, limitMs) {
    const ask = { what, limitMs, answer: deferred(), timer: void 0 };
    const id = this.#nextId++;
    this.#asks.set(id, ask);
    if (this.#isTimed) this.#startTimer(ask);
    return { id, answer: ask.answer.promise };
  }
  /** From now on time counts: whoever was asked is there. */
  startClock() {
    if (this.#isTimed) return;
    this.#isTimed = true;
    for (const ask of this.#asks.values()) this.#startTimer(ask);
  }
  /** Settles one. A number that nobody waits for any more is nothing. */
  settle(id, result) {
    const ask = this.#asks.get(id);
    if (ask === void 0) return;
    this.#asks.delete(id);
    clearTimeout(ask.timer);
    if ("ok" in result) ask.answer.resolve(result.ok);
    else ask.answer.reject(result.error);
  }
  rejectAll(error) {
    for (const id of [...this.#asks.keys()]) this.settle(id, { error });
  }
  #startTimer(ask) {
    ask.timer = setTimeout(() => setImmediate(() => this.#tellIfLate(ask)), ask.limitMs);
  }
  #tellIfLate(ask) {
    if ([...this.#asks.values()].includes(ask))
      this.#onLate(`${ask.what} was not answered within ${ask.limitMs / 1e3} s`);
  }
};

// src/device-host/device-host-process.ts
var DeviceHostError = class extends Error {
  name = "DeviceHostError";
  /** No model's doing: this host had too little memory, or too few processes or open files. */
  isHostShort;
  constructor(message, isHostShort = false) {
    super(message);
    this.isHostShort = isHostShort;
  }
};
function startDeviceHost({
  program,
  node = process.execPath,
  onOutput,
  onEvent,
  limits: given = {}
}) {
  const limits = { ...deviceHostLimits, ...given };
  const key = secretToken();
  let printed = "";
  const child = startSupervised({
    argv: [node, program],
    env: {
      [settingNames.key]: key,
      [settingNames.hangLimitMs]: String(limits.hangMs),
      [settingNames.loadLimitMs]: String(limits.loadMs)
    },
    channelCount: 1,
    onOutput: (chunk) => {
      printed = `${printed}${chunk.subarray(-keptOutputBytes).toString("utf8")}`.slice(-keptOutputBytes);
      onOutput(chunk);
    }
  });
  const [control] = child.channels;
  if (control === void 0)
    throw new Error("Internal error: the process of the models was started without its channel");
  const connection = new Connection({ child, control, key, limits, onEvent, printed: () => printed });
  return {
    pid: child.pid,
    // The answer to each request has the type that the protocol gives it.
    ask: connection.ask,
    broken: connection.broken,
    exited: child.exited,
    outputEnded: child.outputEnded,
    [Symbol.dispose]: () => connection.giveUp({ kind: "model", detail: "its process was ended, for nobody needs it any more" })
  };
}
var keptOutputBytes = 8 * 1024;
var drainMs = 250;
var Connection = class {
  #parts;
  #asks;
  #broken = deferred();
  #controlEnded = deferred();
  #startTimer;
  #pulse;
  #isReady = false;
  #isPinged = false;
  #gone;
  constructor(parts) {
    this.#parts = parts;
    const { child, control, limits } = parts;
    this.#asks = new PendingAsks(
      (complaint) => this.giveUp({ kind: "model", detail: `its process does not answer: ${complaint}` })
    );
    this.#startTimer = setTimeout(() => setImmediate(() => this.#missStart()), limits.startMs);
    this.#pulse = setInterval(() => this.#ping(), limits.pulseMs).unref();
    readJsonLines(control, {
      maxBytes: bounds.models.lineBytes,
      onValue: (value) => this.#receive(value),
      onEnd: (end) => {
        this.#controlEnded.resolve("ended");
        if (end.kind === "nonsense") this.#refuse(end.found);
        else void this.#whenHungUp();
      }
    });
    void child.exited.then((exit) => this.#whenExited(exit));
  }
  get broken() {
    return this.#broken.promise;
  }
  ask = async (request) => {
    if (this.#gone !== void 0) throw this.#gone;
    const { limits, control } = this.#parts;
    const isLoading = request.do === "create" || request.do === "examine";
    const { id, answer } = this.#asks.add(request.do, isLoading ? limits.createMs : limits.answerMs);
    control.write(`${JSON.stringify({ id, ...request })}
`);
    return await answer;
  };
  /** The first reason counts. Safe to call again. */
  giveUp(trouble) {
    if (this.#gone !== void 0) return;
    this.#gone = new DeviceHostError(trouble.detail, trouble.kind === "host");
    clearTimeout(this.#startTimer);
    clearInterval(this.#pulse);
    this.#parts.child.kill();
    this.#asks.rejectAll(this.#gone);
    this.#broken.resolve(trouble);
  }
  #receive(value) {
    const line = readHostLine(value, this.#parts.key);
    if (line === void 0) this.#refuse(cutText(JSON.stringify(value), shownChars));
    else if (this.#gone === void 0) this.#take(line);
  }
  #take(line) {
    if (!("event" in line)) this.#asks.settle(line.id, "ok" in line ? line : { error: errorOf(line.error) });
    else if (line.event === "ready") this.#start();
    else this.#pass(line);
  }
  #start() {
    this.#isReady = true;
    clearTimeout(this.#startTimer);
    this.#asks.startClock();
  }
  #pass(event) {
    this.#parts.onEvent(event);
    if (event.event === "hung") this.giveUp({ kind: "model", detail: `no answer for ${event.afterMs / 1e3} s` });
    if (event.event === "threw") this.giveUp({ kind: "model", detail: event.message });
  }
  /** Models can reach the descriptor, but none of them has anything to say there. */
  #refuse(found) {
    this.giveUp({
      kind: "model",
      detail: `something in its process wrote to descriptor 3, which belongs to the runner: ${found}`
    });
  }
  /** Whether it still runs is asked all the time: a process that was stopped holds up its machine and says nothing. */
  #ping() {
    if (!this.#isReady || this.#isPinged) return;
    this.#isPinged = true;
    const pinged = () => {
      this.#isPinged = false;
    };
    this.ask({ do: "ping" }).then(pinged, pinged);
  }
  #missStart() {
    if (!this.#isReady)
      this.giveUp({ kind: "host", detail: `its process did not start within ${this.#parts.limits.startMs / 1e3} s` });
  }
  async #whenExited(exit) {
    await withinTime(Promise.all([this.#controlEnded.promise, this.#parts.child.outputEnded]), drainMs);
    this.giveUp(troubleOfExit({ exit, wasReady: this.#isReady, printed: this.#parts.printed() }));
  }
  /** It mostly means that the process ends, and how it did says more. */
  async #whenHungUp() {
    const { child } = this.#parts;
    if (await withinTime(child.exited, 2 * drainMs) === "late")
      this.giveUp({
        kind: "model",
        detail: "something in its process closed descriptor 3, which belongs to the runner"
      });
  }
};
var shownChars = 100;
function errorOf({ message, stack, isHostShort }) {
  const error = new DeviceHostError(message, isHostShort);
  if (stack !== void 0) error.stack = stack;
  return error;
}

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
  if (compiler === void 0)
    return { kind: "absent", reason: `${name} is built by gcc, which is not here; ${install} brings it` };
  try {
    const make = (staging) => compile({ name, source, compiler }, staging, context.signal);
    return pathIn(
      await withProgress(
        context.progress,
        { what: name, activity: "building" },
        () => context.store.provide({ ...asset, signal: context.signal, make })
      )
    );
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
  const result = await runCommand([compiler, ...compilerArgs, "-o", join(staging, name), sourcePath], {
    cwd: staging,
    env: environmentWith({ LC_ALL: "C" }),
    signal
  });
  if (result.exitCode === 0) return;
  refuseShortage(result.output, { root: staging, during: `building ${name}` });
  throw new NotCompiled(firstError(result.output.replaceAll(`${staging}/`, "")) ?? endingWords(result));
}
function firstError(output) {
  return output.split("\n").find((line) => /\berror:|cannot find/.test(line));
}

// src/app/line-relay.ts
function lineRelayFrom(context) {
  let provided;
  return () => provided ??= provide(context).catch((error) => {
    provided = void 0;
    if (!(error instanceof ProvisionError)) throw error;
    throw new DeviceHostError(`the relay of its interrupt line could not be provided: ${error.message}`, true);
  });
}
async function provide(context) {
  const relay = await provideHostProgram({ name: "line-relay", source: line_relay_default }, context);
  if (relay.kind === "absent") {
    context.progress({
      kind: "warning",
      message: `Device models have no interrupt lines (interrupts.intx) here: ${relay.reason}. Those that have msi or msix as well are used without the line.`
    });
  }
  return relay;
}

// src/engine/model-pool.ts
import { dirname } from "node:path";

// src/engine/model-stack.ts
function inModelsWords(event, ownDirectory) {
  switch (event.event) {
    case "crashed":
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case "hung":
    case "threw":
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case "ready":
    case "connected":
    case "removed":
    case "disconnected":
      return event;
  }
}
function authorsFrames(stack, ownDirectory) {
  return stack.split("\n").filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line))).join("\n");
}

// src/engine/model-pool.ts
var drainMs2 = 1e3;
var ModelPool = class {
  #program;
  #lineRelay;
  #limits;
  #all = /* @__PURE__ */ new Set();
  #spare;
  #isOpen = true;
  /** `program`: `device-host.mjs` of our own distribution. */
  constructor(program, lineRelay, { limits = {} } = {}) {
    this.#program = program;
    this.#lineRelay = lineRelay;
    this.#limits = limits;
  }
  /**
   * The process that was started ahead, or else a new one.
   * @throws SystemError when this host has no room for one.
   */
  lend({ onOutput = () => void 0, isLast = false } = {}) {
    const lent = this.#spare ?? this.#start();
    this.#spare = void 0;
    const { process: process2 } = lent;
    const events = [];
    const broken = deferred();
    lent.onOutput = onOutput;
    lent.onEvent = (event) => {
      if (events.length < bounds.models.events) events.push(event);
      if (event.event === "crashed")
        broken.resolve({ kind: "model", detail: `${event.device}: ${event.crash.message}` });
    };
    void process2.broken.then(broken.resolve);
    const ask = async (request) => {
      try {
        return await process2.ask(request);
      } finally {
        if (!isLast) this.#prepare();
      }
    };
    const end = () => this.#end(lent);
    return {
      // The answer to each request has the type that the protocol gives it.
      ask,
      lineRelay: this.#lineRelay,
      events,
      broken: broken.promise,
      end: async () => {
        end();
        await withinTime(process2.outputEnded, drainMs2);
      },
      [Symbol.dispose]: end
    };
  }
  [Symbol.dispose]() {
    this.#isOpen = false;
    for (const pooled of this.#all) this.#end(pooled);
  }
  /** Has a process ready for the next machine. Where there is no room for it now, that machine will say so. */
  #prepare() {
    if (!this.#isOpen || this.#spare !== void 0) return;
    try {
      this.#spare = this.#start();
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
  #start() {
    const pooled = {
      process: startDeviceHost({
        program: this.#program,
        limits: this.#limits,
        onOutput: (chunk) => pooled.onOutput(chunk),
        onEvent: (event) => pooled.onEvent(inModelsWords(event, dirname(this.#program)))
      }),
      onEvent: () => void 0,
      onOutput: () => void 0
    };
    this.#all.add(pooled);
    void pooled.process.broken.then(() => {
      this.#all.delete(pooled);
      if (this.#spare === pooled) this.#spare = void 0;
    });
    return pooled;
  }
  #end(pooled) {
    this.#all.delete(pooled);
    pooled.process[Symbol.dispose]();
  }
};

// src/app/model-check.ts
import { join as join2 } from "node:path";

// src/run/create-device.ts
async function createDevice({ ask, lineRelay }, request) {
  const { hasLine } = await ask({ do: "examine", model: request.model });
  return await ask({ do: "create", ...request, ...hasLine ? { lineRelay: await lineRelay() } : {} });
}

// src/app/model-check.ts
async function refuseBrokenModels(plan, pool, { cwd, signal }) {
  const problems = await modelProblems(plan.tests, { pool, signal, isAll: false });
  if (problems.length > 0) throw new RunRefused(problems.map((problem) => problemText(problem, cwd)).join("\n"));
}
async function checkModels(suites, pool, signal) {
  return await modelProblems(
    suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test }))),
    { pool, signal, isAll: true }
  );
}
async function modelProblems(tests, { pool, signal, isAll }) {
  var _stack = [];
  try {
    const byModel = /* @__PURE__ */ new Map();
    for (const tried of distinctDevices(tests))
      byModel.set(tried.device.path, [...byModel.get(tried.device.path) ?? [], tried]);
    if (byModel.size === 0) return [];
    const scratch = __using(_stack, createScratchDirectory());
    const problems = [];
    for (const [index, devices] of [...byModel.values()].entries()) {
      const lend = () => pool.lend({ isLast: isAll && index === byModel.size - 1 });
      problems.push(...await tryModel(devices, { socket: join2(scratch.path, "m"), lend, signal }));
    }
    return sortProblems(problems);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function tryModel(devices, { socket, lend, signal }) {
  const left = [...devices];
  const problems = [];
  while (left.length > 0) {
    var _stack = [];
    try {
      signal.throwIfAborted();
      const lease = __using(_stack, lend());
      for (let isSound = true; isSound; ) {
        const device = left.shift();
        if (device === void 0) break;
        const wrong = await tryDevice(device, { socket, lease, signal });
        problems.push(...wrong);
        isSound = wrong.length === 0 && !lease.events.some(({ event }) => event === "crashed");
      }
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return problems;
}
function distinctDevices(tests) {
  const distinct = /* @__PURE__ */ new Map();
  for (const { suite, test } of new Map(tests.map((one) => [one.test, one])).values()) {
    for (const device of devicesOf({ suite, test })) {
      const faults = faultsOf({ suite, test }, device.id);
      distinct.set(JSON.stringify([device.file, device.line, faults.map(({ file, line }) => [file, line])]), {
        device,
        faults
      });
    }
  }
  return [...distinct.values()];
}
async function tryDevice(tried, { socket, lease, signal }) {
  const end = () => lease[Symbol.dispose]();
  signal.addEventListener("abort", end, { once: true });
  const problems = await problemsOf(tried, socket, lease).finally(() => signal.removeEventListener("abort", end));
  signal.throwIfAborted();
  return problems;
}
async function problemsOf({ device: { id, path, parameters, file, line }, faults }, socket, lease) {
  const created = await complaintOf(
    createDevice(lease, { device: id, model: path, socket, controls: Object.fromEntries(parameters), faults: [] })
  );
  if (created !== void 0) return [{ file, line, message: `${id}: ${created}`, hint: void 0 }];
  const problems = [];
  for (const fault of faults) {
    const complaint = await complaintOf(lease.ask({ do: "set-fault", device: id, text: fault.text }));
    if (complaint !== void 0)
      problems.push({ file: fault.file, line: fault.line, message: complaint, hint: void 0 });
  }
  const left = await complaintOf(lease.ask({ do: "destroy", device: id }));
  return left === void 0 || problems.length > 0 ? problems : [{ file, line, message: `${id}: ${left}`, hint: void 0 }];
}
async function complaintOf(asked) {
  try {
    await asked;
    return void 0;
  } catch (error) {
    if (!(error instanceof DeviceHostError)) throw error;
    if (error.isHostShort) throw new ProvisionError(`This host could not try the device models: ${error.message}`);
    return error.message;
  }
}

export {
  now,
  monotonicUs,
  createProvisionContext,
  hostStoreRoot,
  DeviceHostError,
  withProgress,
  lineRelayFrom,
  ModelPool,
  createDevice,
  refuseBrokenModels,
  checkModels
};
