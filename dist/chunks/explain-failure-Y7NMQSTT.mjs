import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain,
  statusForGit
} from "./chunk-COTTTH7R.mjs";
import "./chunk-TWGLPJOC.mjs";
import "./chunk-BQTMZKTG.mjs";
import "./chunk-3DU4OYAH.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain,
  statusForGit
};
