import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readTextIfThere
} from "./chunk-42EG7RIT.mjs";

// src/provision/apt/releases.ts
var debianCodenames = "buster|bullseye|bookworm|trixie|forky|duke|sid|experimental|oldoldstable|oldstable|stable|testing|unstable";
var bullseye = ["bullseye", "bullseye-security"];
var bookworm = ["bookworm", "bookworm-security"];
var trixie = ["trixie", "trixie-security"];
var trixieBackports = [...trixie, "trixie-backports"];
function places(version, ...choices) {
  const of = (flavour) => choices.map(([suites, metaPackage = "linux-image%-amd64"]) => ({
    metaPackage: metaPackage.replace("%", flavour),
    ...version === void 0 ? {} : { version },
    suites
  }));
  return { generic: of(""), cloud: of("-cloud"), rt: of("-rt") };
}
var qemuPackages = ["qemu-system-x86", "qemu-utils"];
var debian = {
  distribution: "debian",
  architecture: "amd64",
  hostArchitecture: "x64",
  keyring: { path: "/usr/share/keyrings/debian-archive-keyring.gpg", package: "debian-archive-keyring" },
  mirrorTemplate: { path: "/usr/share/python-apt/templates/Debian.info", package: "python-apt-common" },
  archives: {
    main: {
      suites: new RegExp(`^(${debianCodenames})(-updates|-backports)?$`),
      components: ["main"],
      path: /\/debian\/?$/,
      templateSuite: "{series}",
      optional: false
    },
    security: {
      suites: new RegExp(`^(${debianCodenames})(-security|/updates)$`),
      components: ["main"],
      path: /\/debian-security\/?$/,
      templateSuite: "{series}-security",
      optional: true
    }
  },
  suites: {
    bullseye: { archive: "main" },
    "bullseye-security": { archive: "security" },
    bookworm: { archive: "main" },
    "bookworm-backports": { archive: "main" },
    "bookworm-security": { archive: "security" },
    trixie: { archive: "main" },
    "trixie-backports": { archive: "main" },
    "trixie-security": { archive: "security" },
    stable: { archive: "main" },
    "stable-security": { archive: "security" },
    forky: { archive: "main" },
    sid: { archive: "main" },
    experimental: { archive: "main" }
  },
  kernels: {
    "5.10": places("5.10", [bullseye]),
    "6.1": places("6.1", [bookworm], [bullseye, "linux-image-6.1%-amd64"]),
    // Bookworm comes first: the programs in its kernel headers run on every host with glibc 2.36 or later.
    "6.12": places(
      "6.12",
      [["bookworm-security"], "linux-image-6.12%-amd64"],
      [[...bookworm, "bookworm-backports"]],
      [trixie]
    ),
    oldest: places(void 0, [bullseye], [bookworm]),
    stable: places(void 0, [["stable", "stable-security"]]),
    newest: places(void 0, [[...trixieBackports, "forky", "sid"]], [["sid"]]),
    bullseye: places(void 0, [bullseye]),
    bookworm: places(void 0, [bookworm]),
    "bookworm-backports": places(void 0, [[...bookworm, "bookworm-backports"]]),
    trixie: places(void 0, [trixie]),
    "trixie-backports": places(void 0, [trixieBackports]),
    forky: places(void 0, [["forky"]]),
    sid: places(void 0, [["sid"]]),
    experimental: places(void 0, [["sid", "experimental"]])
  },
  movingKernels: places(void 0, [trixieBackports], [["forky"]], [["sid"]], [["sid", "experimental"]]),
  defaultKernel: { byVersion: {}, otherwise: "6.12" },
  kernelPackages: {
    imagePrefix: "linux-image-",
    imageParts: /^linux-(image|modules|binary|base)-\d/,
    releases: {
      "linux-image-amd64": /^\d[\d.]*(\+deb\d[\d.]*|-[\d.]*(deb\d+[\d.]*)?)?-amd64$/,
      "linux-image-cloud-amd64": /^\d.*-cloud-amd64$/,
      "linux-image-rt-amd64": /^\d.*-rt-amd64$/
    },
    headersPrefix: "linux-headers-",
    headersParts: /^linux-(headers|kbuild)-/,
    headersDirectory: "usr/src"
  },
  qemu: {
    default: { suite: "trixie-backports", version: "11.1" },
    suites: {
      bookworm: { suites: ["bookworm", "bookworm-security"], packages: qemuPackages },
      "bookworm-backports": { suites: ["bookworm", "bookworm-security", "bookworm-backports"], packages: qemuPackages },
      trixie: { suites: ["trixie", "trixie-security"], packages: qemuPackages },
      "trixie-backports": { suites: ["trixie", "trixie-security", "trixie-backports"], packages: qemuPackages }
    }
  },
  tools: { suites: ["bookworm", "bookworm-security"], packages: ["kmod", "xz-utils", "zstd", "lz4", "busybox-static"] }
};
var ubuntuCodenames = "focal|jammy|noble|plucky|questing|resolute|devel";
function pockets(codename) {
  return [codename, `${codename}-updates`, `${codename}-security`];
}
function suitesOf(...releases2) {
  return Object.fromEntries(
    releases2.flatMap(
      (codename) => pockets(codename).map((suite) => [suite, { archive: suite.endsWith("-security") ? "security" : "main" }])
    )
  );
}
function kernelsOf(version, codename) {
  const suites = pockets(codename);
  return {
    generic: [{ metaPackage: "linux-image-generic", suites }],
    hwe: [{ metaPackage: `linux-image-generic-hwe-${version}`, suites }]
  };
}
function qemuOf(codename) {
  return { suites: pockets(codename), packages: ["qemu-system-x86", "qemu-utils"] };
}
var ubuntu = {
  distribution: "ubuntu",
  architecture: "amd64",
  hostArchitecture: "x64",
  keyring: { path: "/usr/share/keyrings/ubuntu-archive-keyring.gpg", package: "ubuntu-keyring" },
  mirrorTemplate: { path: "/usr/share/python-apt/templates/Ubuntu.info", package: "python-apt-common" },
  archives: {
    main: {
      suites: new RegExp(`^(${ubuntuCodenames})(-updates|-backports)?$`),
      components: ["main", "universe"],
      path: /\/ubuntu\/?$/,
      templateSuite: "devel",
      optional: false
    },
    security: {
      suites: new RegExp(`^(${ubuntuCodenames})-security$`),
      components: ["main", "universe"],
      path: /\/ubuntu\/?$/,
      templateSuite: "devel-security",
      optional: true
    }
  },
  suites: suitesOf("focal", "jammy", "noble", "resolute"),
  kernels: {
    "20.04": kernelsOf("20.04", "focal"),
    "22.04": kernelsOf("22.04", "jammy"),
    "24.04": kernelsOf("24.04", "noble"),
    "26.04": kernelsOf("26.04", "resolute")
  },
  defaultKernel: { byVersion: { "26.04": "26.04" }, otherwise: "24.04" },
  kernelPackages: {
    imagePrefix: "linux-image-",
    imageParts: /^linux-(image|modules|modules-extra)-\d/,
    headersPrefix: "linux-headers-",
    headersParts: /^linux-(headers|lib-rust)-\d/,
    headersDirectory: "usr/src"
  },
  qemu: {
    default: { suite: "26.04", version: "10.2" },
    suites: { "24.04": qemuOf("noble"), "26.04": qemuOf("resolute") }
  },
  tools: { suites: pockets("noble"), packages: ["kmod", "xz-utils", "zstd", "lz4", "busybox-static"] }
};
var releases = [debian, ubuntu];
function parseOsRelease(text) {
  const fields = new Map(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key = "", value = ""]) => [
      key,
      value.trim().replace(/^(["'])(.*)\1$/, "$2")
    ])
  );
  return {
    id: fields.get("ID") ?? "",
    like: (fields.get("ID_LIKE") ?? "").split(/\s+/).filter((word) => word !== ""),
    version: fields.get("VERSION_ID") ?? ""
  };
}
function hostSystem() {
  return parseOsRelease(readTextIfThere("/etc/os-release") ?? readTextIfThere("/usr/lib/os-release") ?? "");
}
function releaseFor({ id, like }) {
  const known = [id, ...like].map((name) => releases.find(({ distribution }) => distribution === name));
  return known.find((release) => release !== void 0) ?? releases[0];
}
function kernelDistributions(system) {
  const own = releaseFor(system);
  return [own, ...releases.filter((release) => release !== own)];
}
function defaultKernelFor(system) {
  const { distribution, defaultKernel } = releaseFor(system);
  const series = system.id === distribution ? defaultKernel.byVersion[system.version] : void 0;
  return `${distribution}:${series ?? defaultKernel.otherwise}`;
}

export {
  releases,
  hostSystem,
  releaseFor,
  kernelDistributions,
  defaultKernelFor
};
