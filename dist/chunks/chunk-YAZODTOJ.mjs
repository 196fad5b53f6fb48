import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  TreeCopier
} from "./chunk-34WK232U.mjs";
import {
  require_tar_stream
} from "./chunk-XFDUTJQO.mjs";
import {
  AgentRefusal
} from "./chunk-XSXPQMAN.mjs";
import {
  describeFile,
  readBytes,
  writeNewFile
} from "./chunk-MGCEODHU.mjs";
import {
  listDirectory,
  makeDirectory
} from "./chunk-IMACQRHJ.mjs";
import {
  bounds
} from "./chunk-37LICBCB.mjs";
import {
  __toESM
} from "./chunk-R2N667XA.mjs";

// src/run/folder/test-folder.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
function stagesOf({ suite, test }) {
  const programs = [
    ["suite-setup", suite.setup],
    ["setup", test.setup],
    ["run", test.run],
    ["teardown", test.teardown],
    ["suite-teardown", suite.teardown]
  ];
  return programs.flatMap(([name, program]) => program === void 0 ? [] : [{ name, program }]);
}
async function fillFolder(folder, planned, modules, stages = stagesOf(planned)) {
  for (const part of ["", "modules", "artifacts", "logs"]) makeDirectory(join(folder, part));
  const { suite, test } = planned;
  const copier = new TreeCopier(bounds.data);
  for (const { name, program } of stages) await copier.copyInside(program, join(folder, name), suite.directory);
  if (test.dataDirectory !== void 0) {
    for (const name of listDirectory(test.dataDirectory))
      await copier.copyInside(join(test.dataDirectory, name), join(folder, name), suite.directory);
  }
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf("/"));
    await copier.copyInside(module, join(folder, "modules", module.slice(directory.length + 1)), directory);
  }
}
async function packFolder(folder, archivePath, onEntry = () => void 0) {
  const archive = (0, import_tar_stream.pack)();
  const written = pipeline(archive, writeNewFile(archivePath));
  await Promise.all([written, addEntries(archive, { folder, onEntry }, "").then(() => archive.finalize())]);
  return describeFile(archivePath).size;
}
async function addEntries(archive, { folder, onEntry }, relative) {
  for (const name of listDirectory(join(folder, relative))) {
    const path = join(relative, name);
    const { kind, size, mode } = describeFile(join(folder, path));
    if (kind === "directory") {
      archive.entry({ name: `${path}/`, type: "directory", mode });
      await addEntries(archive, { folder, onEntry }, path);
    } else if (kind === "file") {
      await pipeline(readBytes(join(folder, path)), archive.entry({ name: path, size, mode }));
    }
    onEntry();
  }
}
var sharedFolder = {
  bring: (session) => session.ask("folder 9p"),
  collect: () => Promise.resolve([])
};
function tarFolder({ folder, scratch, files, limits }) {
  return {
    bring: async (session, onProgress) => {
      const archivePath = join(scratch, "folder.tar");
      const { packFolder: packFolder2 } = await Promise.resolve().then(() => require_test_folder());
      const size = await packFolder2(folder, archivePath, onProgress);
      const brought = session.ask(`folder tar ${size}`);
      const sent = pipeline(readBytes(archivePath), tellEach(onProgress), files, { end: false }).catch(() => void 0);
      await Promise.all([brought, sent]);
    },
    collect: async (session) => {
      const { unpackArtifacts } = await import("./unpack-artifacts-CRN75LI2.mjs");
      const endMark = Buffer.from(`
${session.token} end of artifacts
`);
      const refused = new AbortController();
      const unpacked = unpackArtifacts(files, { endMark, folder, limits, signal: refused.signal });
      const asked = askToCollect(session, refused);
      await Promise.allSettled([unpacked, asked]);
      await asked;
      return unpacked;
    }
  };
}
function tellEach(onPiece) {
  return async function* pass(source) {
    for await (const piece of source) {
      yield piece;
      onPiece();
    }
  };
}
async function askToCollect(session, refused) {
  try {
    await session.ask("collect");
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    refused.abort(error.message);
  }
}

export {
  stagesOf,
  fillFolder,
  packFolder,
  sharedFolder,
  tarFolder
};
