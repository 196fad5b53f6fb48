import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  fillFolder,
  packFolder,
  sharedFolder,
  stagesOf,
  tarFolder
} from "./chunk-YAZODTOJ.mjs";
import "./chunk-34WK232U.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-XSXPQMAN.mjs";
import "./chunk-SZU3HCXJ.mjs";
import "./chunk-MGCEODHU.mjs";
import "./chunk-JG4JISMR.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";
export {
  fillFolder,
  packFolder,
  sharedFolder,
  stagesOf,
  tarFolder
};
