import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-C5B2LF7S.mjs";
import "./chunk-TWGLPJOC.mjs";
import "./chunk-6SBDJZWC.mjs";
import "./chunk-IRCVH4P6.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-7BS4A6PL.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-XXQDUHEU.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-ECW3NRHC.mjs";
import "./chunk-STATPHJ4.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
