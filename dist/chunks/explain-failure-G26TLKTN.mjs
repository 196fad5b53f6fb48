import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  explain
} from "./chunk-CNWRWPHS.mjs";
import "./chunk-2QBECAST.mjs";
import "./chunk-QNI5LVWG.mjs";
import "./chunk-3CHFBSJ4.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-VCDNO2R4.mjs";
import "./chunk-FUPYKIWD.mjs";
import "./chunk-OVYL4UTN.mjs";
import "./chunk-EZPV5CM7.mjs";
import "./chunk-MY5CIAFD.mjs";
import "./chunk-LWLXEWTS.mjs";
import "./chunk-LOPOJU6Y.mjs";
import "./chunk-YGUGVLQU.mjs";
import "./chunk-SCEE63KM.mjs";
import "./chunk-BGL2MGIU.mjs";
import "./chunk-R2N667XA.mjs";
export {
  explain
};
