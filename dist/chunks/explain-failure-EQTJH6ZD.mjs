import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-JLUHHZDN.mjs";
import "./chunk-TWGLPJOC.mjs";
import "./chunk-QCCLME2R.mjs";
import "./chunk-HC2HJNXW.mjs";
import "./chunk-H3I433UH.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-DC7FZJX5.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-BG5MEEMU.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
