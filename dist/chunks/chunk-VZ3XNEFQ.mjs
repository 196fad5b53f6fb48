import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import {
  RecordDamaged,
  readRecord,
  recordName
} from "./chunk-LWVAITKD.mjs";
import {
  contradictionIn,
  formatLines,
  linesIn,
  pointOutcomes,
  shortKernelSpec
} from "./chunk-T6GTHSTU.mjs";
import {
  RunRefused,
  defuseGitlabMarkup,
  neverNth,
  plainLine,
  plainText,
  shellQuote
} from "./chunk-PP4HT45W.mjs";
import {
  maxLogBytes
} from "./chunk-FTZM3PQV.mjs";
import {
  anything,
  formatOf,
  number,
  object,
  oneOf,
  optional,
  readAs,
  recordOf,
  text,
  withKeywords
} from "./chunk-7ASZTMLB.mjs";
import {
  withLockOrElse
} from "./chunk-NMLPZBC3.mjs";
import {
  readTextInside
} from "./chunk-DZ5U262N.mjs";
import {
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  copyFileTo,
  makeParent,
  movePath,
  writeFileAt,
  writePieces
} from "./chunk-UTU2GXSA.mjs";
import {
  fileSize,
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  isSystemError,
  listDirectory,
  removeTree
} from "./chunk-PC3WFA6B.mjs";
import {
  __commonJS,
  __toESM
} from "./chunk-R2N667XA.mjs";

// node_modules/emoji-regex/index.js
var require_emoji_regex = __commonJS({
  "node_modules/emoji-regex/index.js"(exports, module) {
    module.exports = () => {
      return /[#*0-9]\uFE0F?\u20E3|[\xA9\xAE\u203C\u2049\u2122\u2139\u2194-\u2199\u21A9\u21AA\u231A\u231B\u2328\u23CF\u23ED-\u23EF\u23F1\u23F2\u23F8-\u23FA\u24C2\u25AA\u25AB\u25B6\u25C0\u25FB\u25FC\u25FE\u2600-\u2604\u260E\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262A\u262E\u262F\u2638-\u263A\u2640\u2642\u2648-\u2653\u265F\u2660\u2663\u2665\u2666\u2668\u267B\u267E\u267F\u2692\u2694-\u2697\u2699\u269B\u269C\u26A0\u26A7\u26AA\u26B0\u26B1\u26BD\u26BE\u26C4\u26C8\u26CF\u26D1\u26E9\u26F0-\u26F5\u26F7\u26F8\u26FA\u2702\u2708\u2709\u270F\u2712\u2714\u2716\u271D\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u27A1\u2934\u2935\u2B05-\u2B07\u2B1B\u2B1C\u2B55\u3030\u303D\u3297\u3299]\uFE0F?|[\u261D\u270C\u270D](?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?|[\u270A\u270B](?:\uD83C[\uDFFB-\uDFFF])?|[\u23E9-\u23EC\u23F0\u23F3\u25FD\u2693\u26A1\u26AB\u26C5\u26CE\u26D4\u26EA\u26FD\u2705\u2728\u274C\u274E\u2753-\u2755\u2795-\u2797\u27B0\u27BF\u2B50]|\u26D3\uFE0F?(?:\u200D\uD83D\uDCA5)?|\u26F9(?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?(?:\u200D[\u2640\u2642]\uFE0F?)?|\u2764\uFE0F?(?:\u200D(?:\uD83D\uDD25|\uD83E\uDE79))?|\uD83C(?:[\uDC04\uDD70\uDD71\uDD7E\uDD7F\uDE02\uDE37\uDF21\uDF24-\uDF2C\uDF36\uDF7D\uDF96\uDF97\uDF99-\uDF9B\uDF9E\uDF9F\uDFCD\uDFCE\uDFD4-\uDFDF\uDFF5\uDFF7]\uFE0F?|[\uDF85\uDFC2\uDFC7](?:\uD83C[\uDFFB-\uDFFF])?|[\uDFC4\uDFCA](?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDFCB\uDFCC](?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDCCF\uDD8E\uDD91-\uDD9A\uDE01\uDE1A\uDE2F\uDE32-\uDE36\uDE38-\uDE3A\uDE50\uDE51\uDF00-\uDF20\uDF2D-\uDF35\uDF37-\uDF43\uDF45-\uDF4A\uDF4C-\uDF7C\uDF7E-\uDF84\uDF86-\uDF93\uDFA0-\uDFC1\uDFC5\uDFC6\uDFC8\uDFC9\uDFCF-\uDFD3\uDFE0-\uDFF0\uDFF8-\uDFFF]|\uDDE6\uD83C[\uDDE8-\uDDEC\uDDEE\uDDF1\uDDF2\uDDF4\uDDF6-\uDDFA\uDDFC\uDDFD\uDDFF]|\uDDE7\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEF\uDDF1-\uDDF4\uDDF6-\uDDF9\uDDFB\uDDFC\uDDFE\uDDFF]|\uDDE8\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDEE\uDDF0-\uDDF7\uDDFA-\uDDFF]|\uDDE9\uD83C[\uDDEA\uDDEC\uDDEF\uDDF0\uDDF2\uDDF4\uDDFF]|\uDDEA\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDED\uDDF7-\uDDFA]|\uDDEB\uD83C[\uDDEE-\uDDF0\uDDF2\uDDF4\uDDF7]|\uDDEC\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEE\uDDF1-\uDDF3\uDDF5-\uDDFA\uDDFC\uDDFE]|\uDDED\uD83C[\uDDF0\uDDF2\uDDF3\uDDF7\uDDF9\uDDFA]|\uDDEE\uD83C[\uDDE8-\uDDEA\uDDF1-\uDDF4\uDDF6-\uDDF9]|\uDDEF\uD83C[\uDDEA\uDDF2\uDDF4\uDDF5]|\uDDF0\uD83C[\uDDEA\uDDEC-\uDDEE\uDDF2\uDDF3\uDDF5\uDDF7\uDDFC\uDDFE\uDDFF]|\uDDF1\uD83C[\uDDE6-\uDDE8\uDDEE\uDDF0\uDDF7-\uDDFB\uDDFE]|\uDDF2\uD83C[\uDDE6\uDDE8-\uDDED\uDDF0-\uDDFF]|\uDDF3\uD83C[\uDDE6\uDDE8\uDDEA-\uDDEC\uDDEE\uDDF1\uDDF4\uDDF5\uDDF7\uDDFA\uDDFF]|\uDDF4\uD83C\uDDF2|\uDDF5\uD83C[\uDDE6\uDDEA-\uDDED\uDDF0-\uDDF3\uDDF7-\uDDF9\uDDFC\uDDFE]|\uDDF6\uD83C\uDDE6|\uDDF7\uD83C[\uDDEA\uDDF4\uDDF8\uDDFA\uDDFC]|\uDDF8\uD83C[\uDDE6-\uDDEA\uDDEC-\uDDF4\uDDF7-\uDDF9\uDDFB\uDDFD-\uDDFF]|\uDDF9\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDED\uDDEF-\uDDF4\uDDF7\uDDF9\uDDFB\uDDFC\uDDFF]|\uDDFA\uD83C[\uDDE6\uDDEC\uDDF2\uDDF3\uDDF8\uDDFE\uDDFF]|\uDDFB\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDEE\uDDF3\uDDFA]|\uDDFC\uD83C[\uDDEB\uDDF8]|\uDDFD\uD83C\uDDF0|\uDDFE\uD83C[\uDDEA\uDDF9]|\uDDFF\uD83C[\uDDE6\uDDF2\uDDFC]|\uDF44(?:\u200D\uD83D\uDFEB)?|\uDF4B(?:\u200D\uD83D\uDFE9)?|\uDFC3(?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D(?:[\u2640\u2642]\uFE0F?(?:\u200D\u27A1\uFE0F?)?|\u27A1\uFE0F?))?|\uDFF3\uFE0F?(?:\u200D(?:\u26A7\uFE0F?|\uD83C\uDF08))?|\uDFF4(?:\u200D\u2620\uFE0F?|\uDB40\uDC67\uDB40\uDC62\uDB40(?:\uDC65\uDB40\uDC6E\uDB40\uDC67|\uDC73\uDB40\uDC63\uDB40\uDC74|\uDC77\uDB40\uDC6C\uDB40\uDC73)\uDB40\uDC7F)?)|\uD83D(?:[\uDC3F\uDCFD\uDD49\uDD4A\uDD6F\uDD70\uDD73\uDD76-\uDD79\uDD87\uDD8A-\uDD8D\uDDA5\uDDA8\uDDB1\uDDB2\uDDBC\uDDC2-\uDDC4\uDDD1-\uDDD3\uDDDC-\uDDDE\uDDE1\uDDE3\uDDE8\uDDEF\uDDF3\uDDFA\uDECB\uDECD-\uDECF\uDEE0-\uDEE5\uDEE9\uDEF0\uDEF3]\uFE0F?|[\uDC42\uDC43\uDC46-\uDC50\uDC66\uDC67\uDC6B-\uDC6D\uDC72\uDC74-\uDC76\uDC78\uDC7C\uDC83\uDC85\uDC8F\uDC91\uDCAA\uDD7A\uDD95\uDD96\uDE4C\uDE4F\uDEC0\uDECC](?:\uD83C[\uDFFB-\uDFFF])?|[\uDC6E-\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4\uDEB5](?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDD74\uDD90](?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?|[\uDC00-\uDC07\uDC09-\uDC14\uDC16-\uDC25\uDC27-\uDC3A\uDC3C-\uDC3E\uDC40\uDC44\uDC45\uDC51-\uDC65\uDC6A\uDC79-\uDC7B\uDC7D-\uDC80\uDC84\uDC88-\uDC8E\uDC90\uDC92-\uDCA9\uDCAB-\uDCFC\uDCFF-\uDD3D\uDD4B-\uDD4E\uDD50-\uDD67\uDDA4\uDDFB-\uDE2D\uDE2F-\uDE34\uDE37-\uDE41\uDE43\uDE44\uDE48-\uDE4A\uDE80-\uDEA2\uDEA4-\uDEB3\uDEB7-\uDEBF\uDEC1-\uDEC5\uDED0-\uDED2\uDED5-\uDED8\uDEDC-\uDEDF\uDEEB\uDEEC\uDEF4-\uDEFC\uDFE0-\uDFEB\uDFF0]|\uDC08(?:\u200D\u2B1B)?|\uDC15(?:\u200D\uD83E\uDDBA)?|\uDC26(?:\u200D(?:\u2B1B|\uD83D\uDD25))?|\uDC3B(?:\u200D\u2744\uFE0F?)?|\uDC41\uFE0F?(?:\u200D\uD83D\uDDE8\uFE0F?)?|\uDC68(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDC68\uDC69]\u200D\uD83D(?:\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?)|[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?)|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]))|\uD83C(?:\uDFFB(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFC-\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFC-\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFC(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFD-\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFD(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFE(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFD\uDFFF]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?|\uDFFF(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?\uDC68\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFE])|\uD83E(?:[\uDD1D\uDEEF]\u200D\uD83D\uDC68\uD83C[\uDFFB-\uDFFE]|[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3])))?))?|\uDC69(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:\uDC8B\u200D\uD83D)?[\uDC68\uDC69]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?|\uDC69\u200D\uD83D(?:\uDC66(?:\u200D\uD83D\uDC66)?|\uDC67(?:\u200D\uD83D[\uDC66\uDC67])?))|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]))|\uD83C(?:\uDFFB(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFC-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFC-\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFC-\uDFFF])))?|\uDFFC(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB\uDFFD-\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFD-\uDFFF])))?|\uDFFD(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])))?|\uDFFE(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB-\uDFFD\uDFFF]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFD\uDFFF])))?|\uDFFF(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D\uD83D(?:[\uDC68\uDC69]|\uDC8B\u200D\uD83D[\uDC68\uDC69])\uD83C[\uDFFB-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFE])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3]|\uDD1D\u200D\uD83D[\uDC68\uDC69]\uD83C[\uDFFB-\uDFFE]|\uDEEF\u200D\uD83D\uDC69\uD83C[\uDFFB-\uDFFE])))?))?|\uDD75(?:\uD83C[\uDFFB-\uDFFF]|\uFE0F)?(?:\u200D[\u2640\u2642]\uFE0F?)?|\uDE2E(?:\u200D\uD83D\uDCA8)?|\uDE35(?:\u200D\uD83D\uDCAB)?|\uDE36(?:\u200D\uD83C\uDF2B\uFE0F?)?|\uDE42(?:\u200D[\u2194\u2195]\uFE0F?)?|\uDEB6(?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D(?:[\u2640\u2642]\uFE0F?(?:\u200D\u27A1\uFE0F?)?|\u27A1\uFE0F?))?)|\uD83E(?:[\uDD0C\uDD0F\uDD18-\uDD1F\uDD30-\uDD34\uDD36\uDD77\uDDB5\uDDB6\uDDBB\uDDD2\uDDD3\uDDD5\uDEC3-\uDEC5\uDEF0\uDEF2-\uDEF8](?:\uD83C[\uDFFB-\uDFFF])?|[\uDD26\uDD35\uDD37-\uDD39\uDD3C-\uDD3E\uDDB8\uDDB9\uDDCD\uDDCF\uDDD4\uDDD6-\uDDDD](?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDDDE\uDDDF](?:\u200D[\u2640\u2642]\uFE0F?)?|[\uDD0D\uDD0E\uDD10-\uDD17\uDD20-\uDD25\uDD27-\uDD2F\uDD3A\uDD3F-\uDD45\uDD47-\uDD76\uDD78-\uDDB4\uDDB7\uDDBA\uDDBC-\uDDCC\uDDD0\uDDE0-\uDDFF\uDE70-\uDE7C\uDE80-\uDE8A\uDE8E-\uDEC2\uDEC6\uDEC8\uDECD-\uDEDC\uDEDF-\uDEEA\uDEEF]|\uDDCE(?:\uD83C[\uDFFB-\uDFFF])?(?:\u200D(?:[\u2640\u2642]\uFE0F?(?:\u200D\u27A1\uFE0F?)?|\u27A1\uFE0F?))?|\uDDD1(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1|\uDDD1\u200D\uD83E\uDDD2(?:\u200D\uD83E\uDDD2)?|\uDDD2(?:\u200D\uD83E\uDDD2)?))|\uD83C(?:\uDFFB(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFC-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFC-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFC-\uDFFF])))?|\uDFFC(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB\uDFFD-\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFD-\uDFFF])))?|\uDFFD(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])))?|\uDFFE(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB-\uDFFD\uDFFF]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFD\uDFFF])))?|\uDFFF(?:\u200D(?:[\u2695\u2696\u2708]\uFE0F?|\u2764\uFE0F?\u200D(?:\uD83D\uDC8B\u200D)?\uD83E\uDDD1\uD83C[\uDFFB-\uDFFE]|\uD83C[\uDF3E\uDF73\uDF7C\uDF84\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D(?:[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uDC30\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFE])|\uD83E(?:[\uDDAF\uDDBC\uDDBD](?:\u200D\u27A1\uFE0F?)?|[\uDDB0-\uDDB3\uDE70]|\uDD1D\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFF]|\uDEEF\u200D\uD83E\uDDD1\uD83C[\uDFFB-\uDFFE])))?))?|\uDEF1(?:\uD83C(?:\uDFFB(?:\u200D\uD83E\uDEF2\uD83C[\uDFFC-\uDFFF])?|\uDFFC(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB\uDFFD-\uDFFF])?|\uDFFD(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])?|\uDFFE(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB-\uDFFD\uDFFF])?|\uDFFF(?:\u200D\uD83E\uDEF2\uD83C[\uDFFB-\uDFFE])?))?)/g;
    };
  }
});

// node_modules/ansi-regex/index.js
var ST = String.raw`(?:\u001B\u005C|\u009C)`;
var stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
var osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
var controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
var linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;
var csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;
var escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;
var pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;
function ansiRegex({ onlyFirst = false } = {}) {
  return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

// node_modules/strip-ansi/index.js
var regex = ansiRegex();
function stripAnsi(string) {
  if (typeof string !== "string") {
    throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
  }
  if (!string.includes("\x1B") && !string.includes("\x9B")) {
    return string;
  }
  return string.replace(regex, "");
}

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) {
      return [start, end];
    }
    if (end - start > fastPathEnd - fastPathStart) {
      fastPathStart = start;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// node_modules/string-width/index.js
var import_emoji_regex = __toESM(require_emoji_regex(), 1);
var segmenter = new Intl.Segmenter();
var defaultIgnorableCodePointRegex = new RegExp("^\\p{Default_Ignorable_Code_Point}$", "u");
function stringWidth(string, options = {}) {
  if (typeof string !== "string" || string.length === 0) {
    return 0;
  }
  const {
    ambiguousIsNarrow = true,
    countAnsiEscapeCodes = false
  } = options;
  if (!countAnsiEscapeCodes) {
    string = stripAnsi(string);
  }
  if (string.length === 0) {
    return 0;
  }
  let width = 0;
  const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
  for (const { segment: character } of segmenter.segment(string)) {
    const codePoint = character.codePointAt(0);
    if (codePoint <= 31 || codePoint >= 127 && codePoint <= 159) {
      continue;
    }
    if (codePoint >= 8203 && codePoint <= 8207 || codePoint === 65279) {
      continue;
    }
    if (codePoint >= 768 && codePoint <= 879 || codePoint >= 6832 && codePoint <= 6911 || codePoint >= 7616 && codePoint <= 7679 || codePoint >= 8400 && codePoint <= 8447 || codePoint >= 65056 && codePoint <= 65071) {
      continue;
    }
    if (codePoint >= 55296 && codePoint <= 57343) {
      continue;
    }
    if (codePoint >= 65024 && codePoint <= 65039) {
      continue;
    }
    if (defaultIgnorableCodePointRegex.test(character)) {
      continue;
    }
    if ((0, import_emoji_regex.default)().test(character)) {
      width += 2;
      continue;
    }
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
  }
  return width;
}

// src/text/text-width.ts
var characters = new Intl.Segmenter("en", { granularity: "grapheme" });
function textWidth(line2) {
  return /^[ -~]*$/.test(line2) ? line2.length : stringWidth(line2, { countAnsiEscapeCodes: true });
}
function fitWidth(line2, columns) {
  if (textWidth(line2) <= columns) return line2;
  let width = 0;
  let kept = "";
  for (const { segment } of characters.segment(line2)) {
    width += textWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}\u2026`;
}
function padWidth(line2, columns) {
  return line2 + " ".repeat(Math.max(0, columns - textWidth(line2)));
}
function alignColumns(rows) {
  const cells = rows.map((row) => row.map((text3) => plainText(text3).replaceAll("\n", " ")));
  const width = (column) => Math.max(...cells.map((row) => textWidth(row[column] ?? "")));
  return cells.map(
    (row) => row.map((text3, column) => padWidth(text3, width(column))).join("  ").trimEnd()
  );
}
function wrapWords(text3, columns) {
  const lines = [];
  let line2 = "";
  for (const word of text3.split(" ").flatMap((long) => breakWord(long, columns))) {
    if (line2 !== "" && textWidth(line2) + 1 + textWidth(word) > columns) {
      lines.push(line2);
      line2 = word;
    } else {
      line2 = line2 === "" ? word : `${line2} ${word}`;
    }
  }
  return [...lines, line2];
}
function breakWord(word, columns) {
  const pieces = [];
  let piece = "";
  let width = 0;
  for (const { segment } of characters.segment(word)) {
    const next = textWidth(segment);
    if (width + next > columns && piece !== "") {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += segment;
    width += next;
  }
  return [...pieces, piece];
}
function cutText(text3, limit) {
  let end = text3.length;
  while (text3.charCodeAt(end - 1) === 10) end -= 1;
  const lines = text3.slice(0, end).split("\n").map((line2) => cutLine(line2, limit.columns));
  if (lines.length <= limit.lines) return lines.join("\n");
  const head = Math.ceil(limit.lines * 2 / 3);
  const tail = limit.lines - head;
  const left = lines.length - head - tail;
  return [
    ...lines.slice(0, head),
    `[\u2026 ${left} ${left === 1 ? "line" : "lines"} left out \u2026]`,
    ...lines.slice(lines.length - tail)
  ].join("\n");
}
function cutLine(line2, columns) {
  if (line2.length <= columns) return line2;
  const end = isHighSurrogate(line2.charCodeAt(columns - 2)) ? columns - 2 : columns - 1;
  return `${line2.slice(0, end)}\u2026`;
}
function isHighSurrogate(code) {
  return code >= 55296 && code < 56320;
}
function hangingLines(label, text3, columns) {
  const width = Math.max(20, columns - label.length);
  const lines = plainText(text3).split("\n").flatMap((line2) => wrapWords(line2, width));
  return lines.map((line2, index) => `${index === 0 ? label : " ".repeat(label.length)}${line2}`);
}

// src/text/duration.ts
function formatDuration(durationMs) {
  if (durationMs < 95) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9950) return `${(durationMs / 1e3).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1e3);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}
function formatSeconds(durationMs) {
  return (durationMs / 1e3).toFixed(3);
}
function pad(count) {
  return String(count).padStart(2, "0");
}

// bundled-text:src/report/html/client/main.ts
var main_default = '"use strict";(()=>{var H=["crash","hang","timeout","fail","error","unexpected","flaky","xfail","skip","pass"],$={crash:"C",hang:"H",timeout:"T",fail:"F",error:"E",unexpected:"!",flaky:"~",xfail:"x",skip:"\u2013",pass:"\u2713"},E={crash:"crashed",hang:"hung",timeout:"timed out",fail:"failed",error:"not judged",unexpected:"passed, not ok",flaky:"flaky",xfail:"failed as expected",skip:"skipped",pass:"passed"};function g({outcome:e,ok:t,flaky:n}){return t?n===!0?"flaky":e==="pass"||e==="skip"?e:"xfail":e==="pass"||e==="skip"?"unexpected":e}function M(e){return e.point?.outcome??E[g(e)]}var R={text:"",kinds:new Set,cell:void 0};function B(e,{text:t,kinds:n,cell:r}){let o=t.toLowerCase().split(/\\s+/).filter(i=>i!==""),a=i=>(r===void 0||i.cell===r)&&(n.size===0||n.has(g(i)))&&ve(i,o,e);return new Set(e.tests.flatMap((i,u)=>a(i)?[u]:[]))}function ve(e,t,{cells:n}){if(t.length===0)return!0;let{detail:r}=e,o=r?.findings.flatMap(({kind:l,title:d,source:c})=>[l,d,c===void 0?"":`${c.file}:${c.line}`])??[],a=r?.subtests.map(({name:l})=>l)??[],i=r?.devices.flatMap(({id:l,model:d,faults:c,crash:f})=>[l,d,f?.message,...c.map(({text:m,said:h})=>`${m} ${h}`)])??[],u=[e.id,e.outcome,n[e.cell]?.label,e.brief,e.point?.access,e.point?.outcome,e.point?.why,r?.reason,r?.description,...o,...a,...i].join(`\n`).toLowerCase();return t.every(l=>u.includes(l))}var xe={lines:{chars:16384,headerChars:1024,messages:64},findings:{count:50,titleChars:200,reportChars:65536,reportLines:600,open:64},symbols:{nameChars:512,depth:40,parts:500},subtests:{count:2e4,depth:32,nameChars:300,reasonChars:500,totalChars:2097152},artifacts:{files:1e3,bytes:67108864,depth:64,pathBytes:1024,entries:1e4,headerBytes:67108864,complaints:100},folder:{bytes:2147483648,entries:5e4,depth:200,lookMs:3e4},data:{bytes:1073741824,entries:2e4,depth:64},tags:{count:50,chars:100},each:{rows:1e3,columns:32,nameChars:100,valueChars:1e3},savedState:{bytes:536870912},qemuLog:{bytes:67108864,quotedLines:5,quotedLineChars:500},control:{lineBytes:4096,linesPerSecond:2e4,toldLines:1e3},bugReport:{chars:65536,titles:50,matchMs:500},timeline:{firstEntries:1e3,lastEntries:4e3,textChars:500,dataChars:4e3},deviceLog:{entries:1e4,textChars:500,registers:16,exchangeBytes:32,pageChars:1048576},usb:{queuedTransfers:1024,queuedBytes:16777216,pendingTransfers:4096,pendingBytes:67108864,messageBytes:16777280,unreadBytes:67108864},frames:{bytes:69632,delayed:1e3,delayedBytes:4194304,unreadBytes:1048576},models:{lineBytes:16777216,errorChars:4e3,stackChars:16384,events:1e3,printedHeadBytes:786432,printedTailBytes:262144},notes:{count:100,chars:500},recordLineBytes:67108864,hw:{requestBytes:16384,words:64,valueChars:256,faultChars:1e3,plugged:16,disks:8,diskBytes:1073741824,answerLines:2e3,answerChars:131072,answerLineChars:4e3},coverage:{memoryBytes:1048576,modules:60,files:5e3,codeLine:1e7,linesOfFile:1e6,sourceBytes:2097152,sourcesBytes:67108864,rangeChars:262144},sentenceChars:4e3,results:{bytes:268435456,mergedBytes:536870912,depth:32,values:5e6,tests:1e5,cells:2e3,listed:2e5,tags:100,shards:99999,idChars:512,pathChars:4096,textChars:1048576},parts:{files:1e6,bytes:68719476736,depth:80,pathBytes:2048},mergedLines:{count:1e3,chars:1e3},history:{recordBytes:4194304,totalBytes:536870912,values:25e4,depth:8,files:5e4,columns:2e4,rows:1e5,shownRows:4e3,pageBytes:4194304,crashes:500,shownChars:300},fetchedKernel:{files:64,packedBytes:8589934592,unpackedBytes:34359738368,keptBytes:17179869184,entries:2e6,keptEntries:5e5,depth:64,pathBytes:4096,nameBytes:255,headerBytes:67108864,images:16,imageBytes:1073741824},registry:{manifestBytes:4194304,tokenBytes:1048576,errorBytes:65536,listed:1e3,layers:200},json:{bytes:67108864,depth:100,values:2e6},inputTextChars:67108864,actionInput:{chars:65536,lines:1e3},cacheIndex:{assets:1e3,documents:1e4,nameChars:250,assetBytes:1099511627776},upload:{files:1e5,depth:80,pathBytes:1024,nameBytes:200},junit:{totalChars:6e6,noteChars:1e4,nameChars:300,missing:500},codeQuality:{issues:500,descriptionChars:1e3},tapChars:16777216,annotations:{count:500,titleChars:255,messageChars:3e3}};function O(e){if(e===""||e.length>xe.results.pathChars||Le.test(e))return;let t=e.split("/");return t.some(n=>n===""||n==="."||n==="..")?void 0:t}var Le=/[\\0\\p{Surrogate}]/u;function A(e,t){let n=O(e);return n===void 0?void 0:[t===""?".":t.split("/").map(encodeURIComponent).join("/"),...n.map(encodeURIComponent)].join("/")}function _(e,{cells:t,tests:n}){if(e.kind==="overview")return"";let r=n[e.test];return r===void 0?"":(e.line===void 0?`${t[r.cell]?.id??""}/${r.id}`:`${e.line.path}:${e.line.number}`).split("/").map(a=>encodeURIComponent(a).replaceAll("%3A",":")).join("/")}function I(e,t){let n=$e(e.replace(/^#/,"")),[,r=n,o]=/^(.*):(\\d+)$/s.exec(n)??[],a=Me(r,t);return a<0?{kind:"overview"}:{kind:"test",test:a,...o===void 0?{}:{line:{path:r,number:Number(o)}}}}function Me(e,{cells:t,tests:n}){let r=n.findIndex(({id:o,cell:a})=>{let i=`${t[a]?.id??""}/${o}`;return e===i||e.startsWith(`${i}/`)});return r>=0?r:n.findIndex(({detail:o})=>o?.findings.some(({console:a})=>a===e)===!0)}function $e(e){try{return decodeURIComponent(e)}catch(t){if(!(t instanceof URIError))throw t;return e}}function Ee(e){return e.replace(ke,"").replace(/\\r+\\n|\\r+/g,`\n`).replace(Se,"\uFFFD").replace(He,Ce)}function j(e){return Ee(e).replace(/\\s+/g," ").trim()}var ke=/\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b[\\]PX^_][^\\x07\\x1b\\n]*(?:\\x07|\\x1b\\\\)|\\x1b[ -/]*[0-OQ-WYZ\\\\`-~]/g,Se=new RegExp("\\\\p{Surrogate}","gu"),K=String.raw`\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff`+String.raw`\\ufff9-\\ufffb\\ufffe\\uffff`,F=String.raw`\\udb40[\\udc00-\\udc7f]`,He=new RegExp(String.raw`[\\x00-\\x08\\x0b-\\x1f${K}]|${F}`,"g"),qt=new RegExp(`[${K}]|${F}`,"g");function Ce(e){let t=e.codePointAt(0)??0;return t>65535?`\\\\u{${t.toString(16)}}`:t<256?`\\\\x${t.toString(16).padStart(2,"0")}`:`\\\\u${t.toString(16).padStart(4,"0")}`}function s(e,t={},...n){let r=document.createElement(e);for(let[o,a]of Object.entries(t))a!==void 0&&r.setAttribute(o,a);return r.append(...n.filter(o=>o!==void 0)),r}function y(e,t,...n){let r=s("button",{type:"button",...e},...n);return r.addEventListener("click",t),r}function p(e,...t){let n=t.filter(r=>r!==void 0);return n.length===0?void 0:s("section",{},s("h3",{},e),...n)}var Re=1500;function N(e,t){let n=y({class:"quiet copy","aria-label":`Copy ${t}`},()=>{De(e).then(r=>{n.textContent=r?"Copied":"Select and copy by hand",setTimeout(()=>n.textContent="Copy",Re)})},"Copy");return n}async function De(e){try{return await navigator.clipboard.writeText(e),!0}catch{return Be(e)}}function Be(e){let t=document.createElement("textarea");t.value=e,t.className="offscreen",document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}function P(e,{data:t},{text:n=j(e),download:r=!1}={}){let o=A(e,t.filesAt);return o===void 0?s("span",{class:"path"},n):s("a",{class:"path",href:o,rel:"noopener noreferrer",target:"_blank",download:r?"":void 0},n)}function T({cells:e},t){return e[t]?.label??""}function q(e){if(e<95)return`${Math.round(e)} ms`;if(e<9950)return`${(e/1e3).toFixed(1)} s`;let t=Math.round(e/1e3);if(t<60)return`${t} s`;if(t<3600)return`${Math.floor(t/60)} min ${W(t%60)} s`;let n=Math.round(t/60);return`${Math.floor(n/60)} h ${W(n%60)} min`}function W(e){return String(e).padStart(2,"0")}var C=["auto","light","dark"],V="qemu-driver-test-theme",Oe={auto:"\u25D0",light:"\u2600",dark:"\u263E"};function U(){let e=Ae(),t=y({class:"quiet theme"},()=>{e=C[(C.indexOf(e)+1)%C.length]??"auto",_e(e),n()}),n=()=>{e==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e,t.textContent=Oe[e],t.setAttribute("aria-label",`Colours: ${e}`),t.title=`Colours: ${e}`};return n(),addEventListener("beforeprint",()=>document.documentElement.dataset.theme="light"),addEventListener("afterprint",n),t}function Ae(){try{return C.find(e=>e===localStorage.getItem(V))??"auto"}catch{return"auto"}}function _e(e){try{localStorage.setItem(V,e)}catch{}}function z(e){let t=e.exitStatus===0,[,n=e.verdict,r=""]=/^(.*?as expected)(.*)$/.exec(e.verdict)??[];return s("header",{class:"top"},s("div",{class:"lamp","data-good":String(t),"aria-hidden":"true"},t?"\u2713":"\u2717"),s("div",{class:"answer"},s("h1",{},n,s("span",{class:"part"},r)),s("p",{class:"facts"},Ie(e))),U(),je(e))}function Ie({version:e,startedAt:t,host:n,cells:r}){let o=t.replace("T"," ").replace(/(?:\\.\\d+)?Z$/," UTC"),a=`${r.length} ${r.length===1?"cell":"cells"}`;return[o,a,`${n.accelerator.toUpperCase()}: ${n.acceleratorReason}`,`${n.cpus} processors`,`qemu-driver-test ${e}`].join(" \xB7 ")}function je({tests:e}){let t=H.map(r=>({kind:r,count:e.filter(o=>g(o)===r).length})).filter(({count:r})=>r>0),n=t.map(({kind:r,count:o})=>{let a=s("span",{"data-kind":r,title:`${o} ${E[r]}`});return a.style.flexGrow=String(o),a});return s("div",{class:"proportions",role:"img","aria-label":t.map(({kind:r,count:o})=>`${o} ${E[r]}`).join(", ")},...n)}function b(e){return e>0?q(e):"\u2013"}function Ke({cells:e,tests:t}){let n=new Map;for(let[r,{id:o,cell:a}]of t.entries()){let i=o.indexOf("/"),[u,l]=[o.slice(0,i),o.slice(i+1)],d=n.get(u)??new Map;n.set(u,d);let c=d.get(l)??e.map(()=>{});d.set(l,c),c[a]=r}return[...n].map(([r,o])=>({suite:r,rows:[...o].map(([a,i])=>({name:a,tests:i}))}))}function J(e){let{data:t}=e,n=t.tests.map((l,d)=>Fe(t,d)),r=Ke(t),o=r.map(({suite:l,rows:d})=>({head:We(l,t),own:d,made:d.map(c=>qe(c,{page:e,tiles:n}))})),a=s("table",{},s("thead",{},Ne(t)),...o.map(({head:l,made:d})=>s("tbody",{},l,...d))),i=new Set(t.tests.keys()),u;return a.addEventListener("click",({target:l})=>{let d=l instanceof HTMLElement?l.dataset.test:void 0;d!==void 0&&e.open({kind:"test",test:Number(d)})}),a.addEventListener("keydown",l=>Ve(l)),{element:s("nav",{class:"board","aria-label":"Tests, by cell"},a),show:l=>{i=l;for(let[d,c]of n.entries())c.disabled=!l.has(d);for(let{head:d,own:c,made:f}of o){for(let[m,h]of c.entries())G(f[m],!h.tests.some(L=>L!==void 0&&l.has(L)));G(d,f.every(({hidden:m})=>m))}},mark:l=>{u?.removeAttribute("aria-current"),u=l===void 0?void 0:n[l],u?.setAttribute("aria-current","true"),u?.scrollIntoView({block:"nearest",inline:"nearest"})},inOrder:()=>r.flatMap(({rows:l})=>l.flatMap(d=>d.tests.filter(c=>c!==void 0&&i.has(c))))}}function Fe(e,t){let n=e.tests[t];if(n===void 0)throw new Error(`Internal error: there is no test ${t}`);let r=g(n),o=`${n.id} on ${T(e,n.cell)}: ${M(n)}`;return s("button",{type:"button",class:"tile","data-kind":r,"data-test":String(t),"aria-label":o,title:`${o}${n.brief===""?"":`\n${n.brief}`}`},$[r])}function Ne({cells:e}){let t=e.map(({label:n})=>s("th",{scope:"col",class:"cell"},s("span",{},n)));return s("tr",{},s("th",{scope:"col",class:"name"},"test"),...t,s("th",{scope:"col",class:"time"},"longest"))}function We(e,{cells:t}){return s("tr",{class:"suite"},s("th",{scope:"rowgroup",colspan:String(t.length+2)},e))}function qe({name:e,tests:t},{page:n,tiles:r}){let o=t.map(i=>s("td",{},i===void 0?void 0:r[i])),a=Math.max(0,...t.map(i=>i===void 0?0:n.data.tests[i]?.durationMs??0));return s("tr",{},s("th",{scope:"row",class:"name",title:e},e),...o,s("td",{class:"time"},b(a)))}function G(e,t){e!==void 0&&e.hidden!==t&&(e.hidden=t)}function Ve(e){let n={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]}[e.key],r=e.target instanceof Element?e.target.closest("td"):null;if(n===void 0||r===null)return;e.preventDefault();let o=Ue(r.closest("tr"),n[0]);(n[0]===0?n[1]<0?r.previousElementSibling:r.nextElementSibling:o?.cells[r.cellIndex])?.querySelector("button")?.focus()}function Ue(e,t){if(e===null||t===0)return;let n=[...e.closest("table")?.rows??[]].filter(({hidden:r,classList:o})=>!r&&!o.contains("suite"));return n[n.indexOf(e)+t]}function v(e,{tests:t},{open:n,label:r,isCurrent:o=!1}){let a=t[e];if(a===void 0)throw new Error(`Internal error: there is no test ${e}`);let i=g(a);return y({class:"place","aria-label":`${a.id}, ${r}: ${M(a)}`,"aria-current":o?"true":void 0},()=>n({kind:"test",test:e}),s("span",{class:"tile","data-kind":i,"aria-hidden":"true"},$[i]),r)}function Q({subtests:e}){if(e.length===0)return;let t=e.map(({name:n,status:r,reason:o})=>s("tr",{},s("td",{},s("span",{class:"badge","data-kind":ze(r)},r)),s("td",{},n),s("td",{class:"soft"},o??"")));return s("div",{class:"scroll"},s("table",{class:"list"},s("tbody",{},...t)))}function X({attempts:e},t){if(e.length<2)return;let n=e.map(({outcome:r,ok:o,reason:a,durationMs:i,console:u},l)=>s("tr",{},s("td",{class:"time"},String(l+1)),s("td",{},s("span",{class:"badge","data-kind":o?"pass":r},r)),s("td",{class:"time"},b(i)),s("td",{},a),s("td",{},u===void 0?void 0:P(u,t,{text:"console"}))));return s("div",{class:"scroll"},s("table",{class:"list"},s("tbody",{},...n)))}function D(e,t){if(e.length!==0)return s("ul",{class:"files"},...e.map(n=>s("li",{},P(n,t,{download:!0}))))}function S(e){return e.length===0?void 0:s("ul",{},...e.map(t=>s("li",{},t)))}function ze(e){return e==="todo"?"xfail":e}var Z={ran:"ran",faults:"ran only when a fault fired",never:"never ran",none:""};function Y(e){let{coverage:t}=e.data;if(t===void 0)return;let{said:n,files:r,notMeasured:o,more:a}=t;return s("div",{class:"models"},r.length===0?void 0:s("p",{},`Ran: ${n}.`),...r.map(i=>Ge(i,e)),a===0?void 0:s("p",{class:"soft"},`${a} more files are in results.json.`),...o.map(i=>s("p",{class:"soft"},i)))}function Ge(e,t){let{file:n,said:r,lines:o}=e,a=s("details",{class:"model"},s("summary",{},s("strong",{},n),s("span",{},r)));return o.length===0?(a.append(s("p",{class:"soft"},"Its lines do not fit on this page; results.json has them.")),a):(a.addEventListener("toggle",()=>a.append(...Je(e,t)),{once:!0}),a)}function Je({lines:e,groups:t,onlyByFaults:n,never:r},o){let a=s("table",{class:"source-lines","data-show":"all"},s("tbody",{},...e.map(d=>Qe(d,t,o)))),u=[["all","all lines"],["faults",`only faults reached: ${n}`],["never",`nobody reached: ${r}`]].map(([d,c])=>y({class:"quiet","data-choice":d,"aria-pressed":String(d==="all")},()=>l(d),c)),l=d=>{a.dataset.show=d;for(let c of u)c.setAttribute("aria-pressed",String(c.dataset.choice===d))};return[s("div",{class:"line-choices"},...u),s("div",{class:"scroll"},a)]}function Qe([e,t,n,r],o,a){let i=r===void 0?[]:o[r]??[],u=s("tr",{"data-state":t,title:Z[t]===""?void 0:Z[t]},s("th",{scope:"row"},String(e)),s("td",{class:"count"},i.length===0?Xe(t):Ze(i,()=>u,a)),s("td",{class:"code"},s("code",{},n)));return u}function Xe(e){return e==="never"?"never":e==="none"?"":"ran"}function Ze(e,t,n){let r,o=`${e.length} ${e.length===1?"test":"tests"}`,a=y({class:"quiet","aria-expanded":"false"},()=>{r===void 0?(r=Ye(e,n),t().after(r)):(r.remove(),r=void 0),a.setAttribute("aria-expanded",String(r!==void 0))},o);return a}function Ye(e,{data:t,open:n}){let r=e.map(o=>{let a=t.tests[o],i=a===void 0?"":`${a.id} \xB7 ${T(t,a.cell)}`;return v(o,t,{open:n,label:i})});return s("tr",{class:"line-tests"},s("td",{colspan:"3"},s("div",{class:"siblings"},...r)))}function te({devices:e}){return e.length===0?void 0:s("div",{class:"devices"},...e.map(et))}function et({id:e,model:t,faults:n,crash:r}){return s("div",{class:"device","data-crashed":String(r!==void 0)},s("h4",{},e,s("span",{class:"soft"},`model ${t}`)),...r===void 0?[]:[s("p",{},s("strong",{},`Crashed at ${r.during}`),": a bug of the model, not of the driver."),s("pre",{class:"report",tabindex:"0","aria-label":`Where ${e} crashed`},tt(r))],n.length===0?void 0:s("ul",{class:"faults"},...n.map(o=>ne(o))))}function tt({message:e,stack:t}){return t.startsWith(e)?t:[e,t].filter(n=>n!=="").join(`\n`)}function ne({text:e,said:t,hasFired:n},...r){return s("li",{"data-fired":String(n)},s("span",{class:"badge"},n?"fired":"never fired"),s("code",{},e),s("span",{},t.replace(/^(?:fired|never fired)[:;]? ?/,"")),...r)}var nt=12;function se({hardware:e}){return e.length===0?void 0:s("div",{class:"models"},...e.map(rt))}function re({data:e,open:t}){if(e.unfired.length===0)return;let n=({tests:r})=>r.slice(0,nt).map(o=>v(o,e,{open:t,label:st(e,o)}));return s("ul",{class:"faults"},...e.unfired.map(r=>ne(r,s("span",{class:"soft"},`on ${r.device}`),s("div",{class:"siblings"},...n(r)))))}function st(e,t){let n=e.tests[t];return n===void 0?"":`${n.id} \xB7 ${T(e,n.cell)}`}function rt({suite:e,model:t,machines:n,said:r,registers:o,interrupts:a,exchanges:i,note:u}){let l=`suite ${e}, ${n} ${n===1?"machine":"machines"}`;return s("details",{class:"model"},s("summary",{},s("strong",{},t),s("span",{class:"soft"},l),s("span",{},r.join(" \xB7 "))),u===void 0?void 0:s("p",{class:"soft"},u),o.length===0?void 0:ot(o),ee("Interrupts",a.map(({name:d,count:c})=>({name:d,count:c,more:""}))),ee("Exchanges",i.map(({name:d,count:c,said:f})=>({name:d,count:c,more:` (${f})`}))))}function ee(e,t){if(t.length!==0)return s("p",{class:"interrupts"},`${e}: `,...t.flatMap(({name:n,count:r,more:o})=>[s("span",{class:"use","data-used":String(r>0)},`${n} \xD7${r}${o}`)," "]))}function ot(e){let t=["register","reads","writes","fields"].map(n=>s("th",{scope:"col",class:n==="reads"||n==="writes"?"time":void 0},n));return s("div",{class:"scroll"},s("table",{class:"list registers"},s("thead",{},s("tr",{},...t)),s("tbody",{},...e.map(at))))}function at({name:e,reads:t,writes:n,fields:r}){let o=t+n>0,a=r.flatMap(i=>[s("span",{class:"use","data-used":String(i.isUsed),title:i.said},i.name)," "]);return s("tr",{"data-used":String(o)},s("th",{scope:"row"},e,...o?[]:[" ",s("span",{class:"never"},"never touched")]),s("td",{class:"time"},String(t)),s("td",{class:"time"},String(n)),s("td",{},...a))}function oe(e){let{data:t}=e,n=[...t.tests.keys()].filter(i=>t.tests[i]?.point!==void 0);if(n.length===0)return;let r=i=>t.tests[i]?.ok===!0,o=[...n.filter(i=>!r(i)),...n.filter(r)].map(i=>it(i,e)),a=["point","access or call","driver","evidence"].map(i=>s("th",{scope:"col"},i));return s("div",{class:"scroll"},s("table",{class:"list points"},s("caption",{},lt(e,n)),s("thead",{},s("tr",{},...a)),s("tbody",{},...o)))}function it(e,{data:t,open:n}){let r=t.tests[e];if(r?.point===void 0)throw new Error(`Internal error: test ${e} is no point`);let{fault:o,number:a,access:i,outcome:u,why:l}=r.point;return s("tr",{},s("td",{},v(e,t,{open:n,label:`${o} ${a}`})),s("td",{},s("code",{},i)),s("td",{},s("span",{class:"badge","data-kind":g(r)},u)),s("td",{},l))}function lt({data:e},t){let n=new Map;for(let r of t){let o=e.tests[r]?.point?.outcome??"";n.set(o,(n.get(o)??0)+1)}return`${t.length} points: ${[...n].map(([r,o])=>`${o} ${r}`).join(", ")}`}function ie({title:e,path:t,text:n,test:r},o){let a=new Map,i=s("div",{class:"lines",tabindex:"0",role:"region","aria-label":e}),u=1;for(let c of n.segments)i.append(...ae(c.first-u),...dt(c,{path:t,text:n,test:r,rows:a},o)),u=c.first+c.lines.length;i.append(...ae(n.lineCount-u+1)),n.lineCount===0&&i.append(s("p",{class:"gap"},"The log is empty."));let l=s("figcaption",{},s("strong",{},e),P(t,o),s("span",{class:"soft"},[`${n.lineCount} lines`,n.note].filter(c=>c!==void 0).join(" \xB7 "))),d;return{element:s("figure",{class:"log"},l,i),goTo:c=>(d?.removeAttribute("aria-current"),d=a.get(c),d?.setAttribute("aria-current","true"),d!==void 0&&(i.scrollTop=d.offsetTop-i.clientHeight/3),d!==void 0)}}function dt({first:e,lines:t},{path:n,text:r,test:o,rows:a},i){return t.map((u,l)=>{let d=e+l,c=r.marked.some(([L,k])=>d>=L&&d<=k),f=r.marked.some(([L])=>d===L),m=i.addressOf({kind:"test",test:o,line:{path:n,number:d}}),h=s("div",{class:`line${c?" marked":""}${f?" head":""}`},s("a",{class:"number",href:m,tabindex:"-1","aria-label":`Line ${d}`},String(d)),s("span",{class:"text"},u));return a.set(d,h),h})}function ae(e){return e<=0?[]:[s("p",{class:"gap"},`${e} ${e===1?"line":"lines"} left out; the file has the whole log.`)]}function de(e,t,n){let{moments:r,last:[o,a],until:i}=t,u=r.map(mt),l=s("tbody",{},...u),d=s("div",{class:"lines moments",tabindex:"0",role:"region","aria-label":`What came before the ${i}`},s("table",{},ft(),l)),c=new Set,f=s("output",{class:"soft","aria-live":"polite"}),m=!1,h=()=>{let x=w=>(m||w>=o&&w<a)&&(c.size===0||c.has(r[w]?.who??""));for(let[w,Pe]of u.entries())Pe.hidden=!x(w);f.textContent=gt(u.filter(({hidden:w})=>!w).length,t),L()},L=()=>{let x=u.slice(0,a).findLast(({hidden:w})=>!w);x!==void 0&&(d.scrollTop=x.offsetTop-d.clientHeight+2*x.offsetHeight)},k=y({class:"quiet","aria-pressed":"false"},()=>{m=!m,k.setAttribute("aria-pressed",String(m)),k.textContent=le(t,m),h()},le(t,!1)),be=pt(r,(x,w)=>{w?c.add(x):c.delete(x),h()});h();let Te=o===0&&r.length===a,we=s("figcaption",{},s("strong",{},`Before the ${i}`),f,P(e,n),Te?void 0:k,be,r.some(({text:x})=>ct.test(x))?s("span",{class:"soft legend"},ut):void 0);return{element:s("figure",{class:"log"},we,d),settle:L}}var ct=/ \\((?:in|out), \\d+ bytes?\\)/,ut="in: to the machine \xB7 out: to the device \xB7 bytes are hexadecimal, as they arrived";function ft(){return s("thead",{},s("tr",{},s("th",{scope:"col",class:"at"},"ms"),s("th",{scope:"col"},"from"),s("th",{scope:"col"},"what")))}function mt({at:e,who:t,text:n,tone:r}){return s("tr",{"data-tone":r},s("td",{class:"at"},e),s("td",{class:"who"},t),s("td",{class:"text"},n))}function pt(e,t){let n=[...new Set(e.map(({who:o})=>o))];if(n.length<2)return;let r=n.map(o=>{let a=y({class:"chip","aria-pressed":"false"},()=>{let i=a.getAttribute("aria-pressed")!=="true";a.setAttribute("aria-pressed",String(i)),t(o,i)},o);return a});return s("div",{class:"chips",role:"group","aria-label":"Only these"},...r)}function gt(e,{count:t,unreadable:n}){return[`${e} of ${t} moments`,...n===0?[]:[`${n} ${n===1?"line":"lines"} of the file could not be read`]].join(" \xB7 ")}function le({moments:e,count:t},n){return n?"Show fewer":e.length===t?"Show all":`Show ${e.length}`}function ce(e,t,n){let r=ht(e,t),o=r.map(({name:i,durationMs:u,state:l})=>{let d=s("span",{"data-state":l,title:`${i}: ${b(u)}`},s("i",{},i));return d.style.flexGrow=String(Math.max(u,1)),d}),a=r.map(({name:i,durationMs:u,said:l,log:d,state:c})=>s("tr",{"data-state":c},s("th",{scope:"row"},i),s("td",{class:"time"},b(u)),s("td",{},l),s("td",{},d===void 0?void 0:P(d,n,{text:"log"}))));return s("div",{class:"timeline"},s("div",{class:"bars","aria-hidden":"true"},...o),s("table",{},s("tbody",{},...a)))}function ht({startMs:e,start:t,startReason:n,stages:r},o){let a=e??o,i=r.reduce((d,c)=>d+c.durationMs,0),u=Math.max(0,o-a-i);return[{name:t==="clone"?"start (clone)":"start (boot)",durationMs:a,state:e===null?"bad":"start",said:e===null?"no stage began":n},...r.map(({name:d,durationMs:c,exitStatus:f,log:m})=>({name:d,durationMs:c,state:f===0?"good":"bad",said:f===null?"did not end":`exit status ${f}`,log:m})),...e===null?[]:[{name:"end",durationMs:u,state:"end",said:"between stages, and until the machine was gone"}]]}function me(e,t){let n=t.data.tests[e];if(n===void 0)throw new Error(`Internal error: there is no test ${e}`);let{detail:r}=n;if(r===void 0)return{element:s("article",{},ue(n,t),s("p",{},"The details do not fit on this page; results.json has them.")),settle:()=>{}};let o=wt(e,r,t),a=Pt(r,t);return{element:s("article",{},ue(n,t),...yt(r,t,e),bt(n,r),Tt(r),p("Device models",te(r)),p("Time",ce(r,n.durationMs,t),a?.element??vt(r,t)),p("Runs",X(r,t)),p("Logs",...[...o.values()].map(u=>u.element),Lt(r,o,t)),p("Subtests",Q(r)),p("Where it stood",S(r.whereabouts),D(r.postmortem,t)),p("Artifacts",D(r.artifacts,t)),p("Notes",S(r.notes))),settle:u=>{a?.settle(),Mt(o,r,u)}}}function ue(e,{data:t,open:n}){let r=g(e),o=t.tests.flatMap((a,i)=>a.id===e.id?[v(i,t,{open:n,label:T(t,a.cell),isCurrent:a===e})]:[]);return s("header",{class:"heading"},y({class:"quiet back","aria-label":"Back to the overview"},()=>n({kind:"overview"}),"\u2190 Overview"),s("p",{class:"where"},s("span",{class:"badge","data-kind":r},M(e)),T(t,e.cell),s("span",{class:"soft"},b(e.durationMs))),s("h2",{},e.id),e.point===void 0?void 0:s("p",{},s("code",{},e.point.access||"no access"),` ${e.point.outcome}: ${e.point.why}`),o.length>1?s("div",{class:"siblings",role:"group","aria-label":"The same test in all cells"},...o):void 0)}function yt({findings:e},t,n){return e.map(({title:r,kind:o,source:a,line:i,console:u},l)=>s("div",{class:"finding","data-first":String(l===0)},s("p",{class:"title"},r),s("p",{class:"soft"},a===void 0?void 0:s("code",{class:"source"},`${a.file}:${a.line}`),o,u===void 0?void 0:s("a",{href:t.addressOf({kind:"test",test:n,line:{path:u,number:i}})},`console, line ${i}`))))}function bt({ok:e},{reason:t,expected:n,description:r,findings:[o]}){let a=o!==void 0&&t.endsWith(o.title);return s("div",{class:"reason"},a?void 0:s("pre",{class:"said"},t),s("p",{class:"soft"},e?`As expected: ${n}.`:`Expected: ${n}.`),r===""?void 0:s("p",{class:"description"},r))}function Tt({reproduce:e,shell:t}){return s("div",{},fe(e,"the command that runs it again"),fe(t,"the command that opens a shell on its machine"))}function fe(e,t){return s("div",{class:"again"},s("code",{tabindex:"0","aria-label":t.replace(/^t/,"T")},e),N(e,t))}function wt(e,t,n){let r=[...new Set([...t.findings.map(({console:o})=>o),t.buildLog,...t.stages.map(({log:o})=>o),t.console])];return new Map(r.flatMap(o=>{if(o===void 0)return[];let a=Object.hasOwn(n.data.texts,o)?n.data.texts[o]:void 0;return a===void 0?[]:[[o,ie({title:xt(o,t),path:o,text:a,test:e},n)]]}))}function Pt({timeline:e},t){let n=e!==void 0&&Object.hasOwn(t.data.timelines,e)?t.data.timelines[e]:void 0;return e===void 0||n===void 0?void 0:de(e,n,t)}function vt({timeline:e},t){return e===void 0?void 0:s("p",{},P(e,t))}function xt(e,{stages:t,console:n,buildLog:r}){let o=t.find(({log:a})=>a===e);return o!==void 0?`Output of ${o.name}`:e===r?"Output of the build":e===n?"Console":"Console of the boot"}function Lt({findings:e,console:t,buildLog:n,stages:r},o,a){let i=e.filter(l=>l.console===void 0||!o.has(l.console)).map(({report:l})=>s("pre",{class:"report"},l)),u=[n,t,...r.map(({log:l})=>l)].filter(l=>l!==void 0).filter(l=>!o.has(l)).map(l=>s("li",{},P(l,a)));return s("div",{},...i,u.length===0?void 0:s("ul",{class:"files"},...u))}function Mt(e,{findings:[t]},{line:n}){if(n!==void 0){let r=e.get(n.path);r?.goTo(n.number)===!0&&r.element.scrollIntoView({block:"nearest"});return}t?.console!==void 0&&e.get(t.console)?.goTo(t.line);for(let[r,o]of e)r!==t?.console&&o.element.querySelector(".lines")?.scrollTo(0,Number.MAX_SAFE_INTEGER)}var $t=12,Et=8;function kt(e){let{data:t}=e;return s("article",{class:"overview"},p("Missing",...t.missing.map(n=>s("p",{class:"card","data-kind":"error"},n))),p("Sweep",oe(e)),p("Not as expected",...t.failures.map(n=>St(n,e))),t.exitStatus===0?s("p",{class:"calm"},"Every test is as expected."):t.tests.length===0?s("p",{},"No test was run."):void 0,p("Faults that never fired",re(e)),p("Cells",Ht(t)),p("Coverage",Y(e)),p("Hardware",se(t)),p("Longest tests",Ct(e)),p("Notes",S(t.notes)))}function St({title:e,outcome:t,source:n,reason:r,frames:o,lastWords:a,tests:i},{data:u,open:l}){let[d=0]=i,c=u.tests[d],f=i.slice(0,$t).map(h=>v(h,u,{open:l,label:pe(u,h)})),m=i.length-f.length;return s("section",{class:"card","data-kind":c===void 0?t:g(c)},s("h4",{},s("span",{class:"badge","data-kind":c===void 0?t:g(c)},c===void 0?t:M(c)),y({class:"title"},()=>l({kind:"test",test:d}),e)),n===void 0?void 0:s("p",{},s("code",{class:"source"},`${n.file}:${n.line}`)),r.endsWith(e)?void 0:s("p",{class:"cause"},r),o.length===0?void 0:s("pre",{class:"frames"},o.join(`\n`)),a===""?void 0:s("p",{class:"soft"},`last words: ${a}`),s("div",{class:"siblings"},...f,m>0?s("span",{class:"soft"},`and ${m} more`):void 0))}function pe(e,t){let n=e.tests[t];return n===void 0?"":`${n.id} \xB7 ${T(e,n.cell)}`}function Ht({cells:e,tests:t}){let n=e.map(({label:o,kernel:a,machine:i,qemu:u,boot:l},d)=>{let c=t.filter(({cell:h})=>h===d),f=c.filter(({ok:h})=>!h).length,m=l.outcome==="not-needed"?"\u2013":l.outcome==="ok"?l.bootedAt===void 0?b(l.durationMs):"by an earlier run":`failed after ${b(l.durationMs)}`;return s("tr",{},s("th",{scope:"row"},o),s("td",{title:`sha256 ${a.sha256}`},a.release),s("td",{},s("code",{},i.args.join(" "))),s("td",{title:`sha256 ${u.sha256}`},`QEMU ${u.version}`),s("td",{class:"time",title:l.imageReason??""},m+(l.imageReason===void 0?"":" (bzImage)")),s("td",{},f===0?`${c.length} ok`:`${c.length-f} ok, ${f} not ok`))}),r=["cell","kernel","machine","emulator","boot","tests"].map(o=>s("th",{scope:"col"},o));return s("div",{class:"scroll"},s("table",{class:"list"},s("thead",{},s("tr",{},...r)),s("tbody",{},...n)))}function Ct({data:e,open:t}){let n=[...e.tests.keys()].sort((a,i)=>(e.tests[i]?.durationMs??0)-(e.tests[a]?.durationMs??0)).slice(0,Et),r=e.tests[n[0]??0]?.durationMs??0;if(n.length<2||r===0)return;let o=n.map(a=>{let i=e.tests[a]?.durationMs??0,u=s("span",{class:"bar"});return u.style.inlineSize=`${i/r*100}%`,s("tr",{},s("td",{},v(a,e,{open:t,label:pe(e,a)})),s("td",{class:"time"},b(i)),s("td",{class:"gauge"},u))});return s("table",{class:"list longest"},s("tbody",{},...o))}function ge(e){let t=s("main",{class:"reading",tabindex:"-1"}),n=document.title,r,o=()=>{r=void 0,document.title=n,t.replaceChildren(kt(e)),t.scrollTop=0},a=i=>{let u=me(i.test,e);r=i.test,document.title=`${Rt(e.data,i.test)} \xB7 ${n}`,t.replaceChildren(u.element),t.scrollTop=0,u.settle(i)};return{element:t,show:i=>{document.body.dataset.reading=i.kind,i.kind==="test"?a(i):o()},current:()=>r}}function Rt(e,t){let n=e.tests[t];return n===void 0?"":`${n.id} on ${T(e,n.cell)}`}function he({next:e,previous:t,openFirst:n,search:r,leave:o}){let a={j:e,k:t,"/":r};document.addEventListener("keydown",i=>{if(i.ctrlKey||i.metaKey||i.altKey)return;let u=i.target instanceof HTMLInputElement||i.target instanceof HTMLSelectElement,l=i.target instanceof HTMLInputElement;if(i.key==="Escape")o();else if(i.key==="Enter"&&(l||i.target===document.body))n();else if(!u&&Object.hasOwn(a,i.key))a[i.key]?.();else return;i.preventDefault()})}function ye(e,t){let n=R,r=s("input",{type:"search",placeholder:"Filter tests","aria-label":"Filter tests by text","aria-keyshortcuts":"/",spellcheck:"false",autocomplete:"off"}),o=s("output",{class:"counted","aria-live":"polite"}),a=Dt(e,c=>l({...n,kinds:Ot(n.kinds,c)})),i=Bt(e,c=>l({...n,cell:c})),u=()=>{for(let[c,f]of a)f.setAttribute("aria-pressed",String(n.kinds.has(c)));i.value=n.cell===void 0?"":String(n.cell),r.value!==n.text&&(r.value=n.text)},l=c=>{n=c,u(),t(n)},d;return r.addEventListener("input",()=>{clearTimeout(d),d=window.setTimeout(()=>l({...n,text:r.value}),80)}),{element:s("div",{class:"tools",role:"search"},r,s("div",{class:"chips",role:"group","aria-label":"Filter by outcome"},...a.values()),e.cells.length>1?i:void 0,o),focusSearch:()=>{r.focus(),r.select()},clear:()=>{clearTimeout(d);let c=n.text!==""||r.value!==""||n.kinds.size>0||n.cell!==void 0;return c&&(r.value="",l(R)),c},count:c=>{o.textContent=c===e.tests.length?`${c} tests`:`${c} of ${e.tests.length} tests`}}}function Dt({tests:e},t){let n=new Map;for(let r of e)n.set(g(r),(n.get(g(r))??0)+1);return new Map(H.flatMap(r=>{let o=n.get(r);if(o===void 0)return[];let a=s("span",{class:"tile","data-kind":r,"aria-hidden":"true"},$[r]);return[[r,y({class:"chip","aria-pressed":"false"},()=>t(r),a,`${o} ${E[r]}`)]]}))}function Bt({cells:e},t){let n=s("select",{"aria-label":"Filter by cell"},s("option",{value:""},"All cells"),...e.map(({label:r},o)=>s("option",{value:String(o)},r)));return n.addEventListener("change",()=>t(n.value===""?void 0:Number(n.value))),n}function Ot(e,t){let n=new Set(e);return n.delete(t)||n.add(t),n}_t(At());function At(){let e=document.getElementById("data")?.textContent;if(e===void 0)throw new Error("Internal error: the page has no data");return JSON.parse(e)}function _t(e){let t=d=>`#${_(d,e)}`,r={data:e,addressOf:t,open:d=>{location.hash=t(d),l()}},o=J(r),a=ge(r),i=ye(e,d=>{let c=B(e,d);o.show(c),i.count(c.size)});i.count(e.tests.length),document.body.append(z(e),i.element,s("div",{class:"panes"},o.element,a.element),jt());let u,l=()=>{if(u===location.hash)return;u=location.hash;let d=I(location.hash,e);a.show(d),o.mark(d.kind==="test"?d.test:void 0)};addEventListener("hashchange",l),l(),It(r,{board:o,reading:a,toolbar:i})}function It({open:e},{board:t,reading:n,toolbar:r}){let o=a=>{let i=t.inOrder(),u=n.current(),l=u===void 0?-1:i.indexOf(u),d=l<0?i.at(a>0?0:-1):i[l+a];d!==void 0&&e({kind:"test",test:d})};he({next:()=>o(1),previous:()=>o(-1),search:r.focusSearch,openFirst:()=>{let[a]=t.inOrder();a!==void 0&&(e({kind:"test",test:a}),n.element.focus())},leave:()=>{document.activeElement instanceof HTMLInputElement&&document.activeElement.blur(),!r.clear()&&n.current()!==void 0&&e({kind:"overview"})}})}function jt(){return s("footer",{class:"keys"},...[["j","next test"],["k","previous"],["/","filter"],["Enter","open the first"],["Esc","back"]].flatMap(([t,n])=>[s("kbd",{},t),s("span",{},n)]))}})();\n';

// src/results/kernel-release.ts
function releaseWords({ release }) {
  return release ?? "not there";
}

// src/report/text/cell-labels.ts
var maxLabel = 32;
function cellLabels(cells) {
  const spoken = cells.map(
    ({ kernel, machine }) => `${plainLine(shortKernelSpec(kernel.spec))} \xB7 ${plainLine(machine.name)}`
  );
  return new Map(
    cells.map(({ id }, index) => {
      const label = spoken[index] ?? id;
      const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
      return [id, isOwn && label.length <= maxLabel ? label : plainLine(id)];
    })
  );
}

// src/results/not-run.ts
function testsNotRun({ interrupted, bail }) {
  return [...interrupted?.notRun ?? [], ...bail?.notRun ?? []];
}
function isNotRunIn(results) {
  const keyOf2 = ({ id, cell }) => JSON.stringify([id, cell]);
  const notRun = new Set(testsNotRun(results).map(keyOf2));
  return (test) => notRun.has(keyOf2(test));
}

// src/report/text/interrupted.ts
function interruption({ interrupted, bail, totals }) {
  const missing = (count) => `${count} of ${totals.tests} tests ${count === 1 ? "was" : "were"} not run`;
  if (interrupted !== void 0)
    return interrupted.notRun.length === 0 ? "Interrupted before its end" : `Interrupted: ${missing(interrupted.notRun.length)}`;
  if (bail === void 0) return void 0;
  const failures = bail.failures === 1 ? "1 failure" : `${bail.failures} failures`;
  return `Stopped after ${failures}: ${missing(bail.notRun.length)}`;
}
function notRunNames(results, count) {
  const labels = cellLabels(results.cells);
  const all = testsNotRun(results);
  const names = all.slice(0, count).map(({ id, cell }) => {
    const label = labels.get(cell) ?? plainLine(cell);
    return label === "" ? plainLine(id) : `${plainLine(id)} (${label})`;
  });
  return { names, more: all.length - names.length };
}
function damageWords({ interrupted }, count) {
  const all = (interrupted?.damage ?? []).map((problem) => `damaged: ${plainLine(problem)}`);
  return all.length <= count ? all : [...all.slice(0, count), `and ${all.length - count} more lines of the record are damaged`];
}

// src/report/text/verdict-line.ts
function verdictLine(results) {
  const { tests, totals, durationMs } = results;
  const counted = `${totals.ok} of ${totals.tests} as expected${asExpected(tests)}`;
  return [
    ...inconclusive(results),
    counted,
    ...notAsExpected(tests, testsNotRun(results).length),
    formatDuration(durationMs)
  ].join(" \xB7 ");
}
var maxMissing = 300;
function inconclusive(results) {
  const { exitStatus, merged } = results;
  const interrupted = interruption(results);
  if (interrupted !== void 0) return [interrupted];
  const [missing, ...more] = merged?.missing ?? [];
  if (missing !== void 0)
    return [
      `Incomplete: ${cutLine(plainLine(missing), maxMissing)} missing${more.length === 0 ? "" : `, and ${more.length} more`}`
    ];
  return exitStatus === 69 ? ["Nothing could be concluded"] : [];
}
function asExpected(tests) {
  const count = (matches) => tests.filter((test) => test.ok && matches(test)).length;
  const passed = count(({ outcome }) => outcome === "pass");
  const skipped = count(({ outcome }) => outcome === "skip");
  const failed = count(({ outcome }) => outcome !== "pass" && outcome !== "skip");
  const parts = [
    ...passed > 0 ? [`${passed} passed`] : [],
    ...skipped > 0 ? [`${skipped} skipped`] : [],
    ...failed > 0 ? [`${failed} failed as ${failed === 1 ? "it" : "they"} should`] : []
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function notAsExpected(tests, notRun) {
  const counts = /* @__PURE__ */ new Map();
  const flaky = tests.filter((test) => test.flaky === true).length;
  for (const test of tests)
    if (!test.ok && test.flaky !== true) counts.set(test.outcome, (counts.get(test.outcome) ?? 0) + 1);
  const errors = (counts.get("error") ?? 0) - notRun;
  if (errors > 0) counts.set("error", errors);
  else counts.delete("error");
  return [
    ...[...counts].map(([outcome, count]) => `${count} ${notOkWords[outcome]}`),
    ...flaky > 0 ? [`${flaky} flaky`] : []
  ];
}
var notOkWords = {
  pass: "passed but should not have",
  fail: "failed",
  skip: "skipped but should not have been",
  timeout: "timed out",
  hang: "hung",
  crash: "crashed",
  error: "could not be judged"
};

// src/report/html/embed-json.ts
function embedJson(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
function* embeddedPieces(value) {
  let separator = "{";
  for (const [key, part] of Object.entries({ ...value })) {
    if (part === void 0) continue;
    yield `${separator}${embedJson(key)}:`;
    if (Array.isArray(part)) yield* listPieces(part);
    else yield embedJson(part);
    separator = ",";
  }
  yield separator === "{" ? "{}" : "}";
}
function* listPieces(values) {
  let separator = "[";
  for (const value of values) {
    yield separator + embedJson(value ?? null);
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}
function embeddedBytes(value) {
  return new TextEncoder().encode(embedJson(value)).length + 1;
}

// src/results/formats/timeline-format.ts
var timelineEntry = formatOf()(
  withKeywords(
    { $id: "urn:qemu-driver-test:timeline:1", title: "qemu-driver-test timeline" },
    object(
      {
        atMs: number(
          "Milliseconds since QEMU was launched, to the microsecond, on a clock that does not go back; negative for what happened to a device model before."
        ),
        source: oneOf(
          ["machine", "stage", "console", "hw", "monitor", "device"],
          "machine: what was done with it, from launch to end; stage: a stage began or ended; console: a line of the kernel's console; hw: what the test asked of its hardware; monitor: an event of QEMU; device: what passed between a device model and its machine."
        ),
        text: text("For people, in one line. It may be what the guest wrote."),
        device: optional(
          text("The device model that it is about, as `info/devices` has it. Missing: it is about none.")
        ),
        data: optional(
          recordOf(
            anything(),
            "The same for programs, where there is more to it than text: an access of a register, an event of QEMU. Missing: there is not."
          )
        )
      },
      "A line of timeline.jsonl: something that was seen of a test's machine. Lines stand in the order in which it happened."
    )
  )
);

// src/results/parse-timeline.ts
var maxEntries = 2e5;
var maxLineLength = 64 * 1024;
function parseTimeline(text3) {
  const lines = text3.split("\n").filter((line2) => line2.trim() !== "");
  const entries = [];
  for (const line2 of lines) {
    if (entries.length >= maxEntries) break;
    const entry = line2.length > maxLineLength ? void 0 : parseEntry(line2);
    if (entry !== void 0) entries.push(entry);
  }
  return { entries, unreadable: lines.length - entries.length };
}
function parseEntry(line2) {
  const parsed = parseJson(line2, bounds.json);
  if (parsed.kind === "problem") return void 0;
  const reading = readAs(timelineEntry, parsed.value);
  return reading.kind === "value" ? reading.value : void 0;
}

// src/report/text/kernel-report.ts
function withoutKernelPrefix(line2) {
  return line2.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, "");
}
function excerptReport(report) {
  const lines = report.split("\n").map(withoutKernelPrefix).filter((line2) => !isOfLedger(line2));
  return { frames: framesOf(lines), lastWords: lines.slice(1).findLast(isSentence)?.trim() };
}
function isOfLedger(line2) {
  return line2.trimEnd().endsWith(" [qdt_ledger]") && frame(line2) !== void 0;
}
var maxFrames = 4;
function framesOf(lines) {
  const at = lines.findIndex((line2) => position.test(line2));
  const stood = at < 0 ? [] : [{ text: frame((lines[at] ?? "").replace(position, "")), inlined: inlinedAbove(lines.slice(0, at)) }];
  const known = [...stood, ...firstTrace(lines)].flatMap(
    ({ text: text3, inlined }) => text3 === void 0 ? [] : [{ text: text3, inlined }]
  );
  const inModules = known.filter(({ text: text3 }) => text3.includes(" ["));
  const shown4 = inModules.length > 0 ? inModules : known.slice(0, stood.length);
  return [...new Set(shown4.flatMap(({ text: text3, inlined }) => [...inlined, text3]))].slice(0, maxFrames);
}
var position = /^(?:RIP: \w+:|pc : |epc : (?=[A-Za-z_]))/;
function firstTrace(lines) {
  const start = lines.findIndex((line2) => /^\s*Call [Tt]race:/.test(line2) || bracketed.test(line2));
  if (start < 0) return [];
  const rest = lines.slice(bracketed.test(lines[start] ?? "") ? start : start + 1);
  const end = rest.findIndex(
    (line2) => !/^\s*(?:\? |<\/?[A-Z]+>$)/.test(line2) && frame(line2) === void 0 && inlinedFrame(line2) === void 0
  );
  const trace = rest.slice(0, end < 0 ? rest.length : end);
  return framesWithInlined(trace);
}
var bracketed = /^\[<[\da-f]{8,16}>\] /;
function framesWithInlined(trace) {
  let above = [];
  return trace.map((line2) => {
    const inlined = above;
    const here = inlinedFrame(line2);
    above = here === void 0 ? [] : inlined.length < maxFrames ? [...inlined, here] : inlined;
    return { text: frame(line2), inlined };
  });
}
function inlinedAbove(lines) {
  return framesWithInlined([...lines, ""]).at(-1)?.inlined ?? [];
}
function frame(line2) {
  return /^\s*([\w.$]+\+0x[0-9a-f]+\/0x[0-9a-f]+(?: [\w./-]+:\d+)?(?: \[\w[\w -]*\])?(?: \(\S+:\d+\))?)\s*$/.exec(
    line2.replace(bracketed, "")
  )?.[1];
}
function inlinedFrame(line2) {
  return /^\s*([\w.$]+ \(\S+:\d+\) \[inline\])\s*$/.exec(line2)?.[1];
}
function isSentence(line2) {
  const text3 = line2.trim();
  if (!/[A-Za-z]{3}/.test(text3) || text3.startsWith("? ") || frame(text3) !== void 0 || inlinedFrame(text3) !== void 0)
    return false;
  return !notSentences.some((pattern2) => pattern2.test(text3));
}
var notSentences = [
  /^(?:Allocated|Freed):$/,
  /^(?:RIP|RSP|Code|CR2|DR\d|RAX|RBX|RDX|RBP|RSI|R\d\d|FS|GS|CS|PGD|PKRU|EIP|EAX|ESI): ?/,
  new RegExp(
    String.raw`^(?:CPU: \d|PID: \d|UID: \d|Hardware name:|Modules linked in:|Call [Tt]race:|Tainted:|` + "Workqueue:|Kernel Offset:|irq event stamp:|#PF: )"
  ),
  // arm64: registers, and what its fault says of itself; then riscv
  /^(?:pc|lr|sp|x\d{1,2}) ?: |^pstate: |^user pgtable: /,
  /^(?:Mem abort|Data abort) info:|^(?:ESR|EC|SET|EA|FSC|ISV|CM|GCS) = /,
  /^\[[\da-f]{16}\] |^(?:epc|ra|gp|tp|[ast]\d{1,2}) ?: |^status: [\da-f]{16} |^SMP: stopping secondary CPUs/,
  /^(?:pc : )?0x[\da-f]+$/,
  /^(?:Oops \[#|NMI backtrace for cpu |Sending NMI from CPU )/,
  /^(?:PHYS_OFFSET|CPU features|Memory Limit|note): |^(?:swapper|kernel) pgtable: /,
  /^(?:softirqs|hardirqs) last /,
  /^<\/?[A-Z]+>$|^-+\[|^[=-]{4}|^>?\s*[0-9a-f]{8,16}:/
];

// src/report/text/describe-timeline.ts
var longestTurn = 4;
function foldEntries(entries) {
  const moments = [];
  for (let at = 0; at < entries.length; ) {
    const turn = longestRun(entries, at);
    for (let member = 0; member < turn.length; member++) moments.push(momentOf(entries, at + member, turn));
    at += turn.length * turn.times;
  }
  return moments;
}
function longestRun(entries, at) {
  for (let length = 1; length <= longestTurn; length++) {
    const times = timesTaken(entries, at, length);
    if (length === 1 ? times > 1 : times > 2) return { length, times };
  }
  return { length: 1, times: 1 };
}
function timesTaken(entries, at, length) {
  let same = 0;
  while (isSame(entries[at + same], entries[at + same + length], length)) same++;
  return 1 + Math.floor(same / length);
}
function isSame(one, other, length) {
  if (one === void 0 || other === void 0 || length > 1 && one.source !== "device") return false;
  return one.source === other.source && one.device === other.device && one.text === other.text;
}
function momentOf(entries, at, { length, times }) {
  const [first, last] = [entries[at], entries[at + length * (times - 1)]];
  return { entry: first, times, spanMs: last.atMs - first.atMs, inTurn: length };
}
function findCrash(entries, { report }) {
  const opening = report.split("\n", maxOpening).map(comparable).find((line2) => line2 !== "" && !isSeparator(line2));
  if (opening === void 0) return -1;
  const exact = entries.findIndex((entry) => isConsole(entry) && saysTheSame(comparable(entry.text), opening));
  if (exact >= 0) return exact;
  const words = withoutKernelPrefix(opening);
  return entries.findIndex(
    (entry) => isConsole(entry) && saysTheSame(withoutKernelPrefix(comparable(entry.text)), words)
  );
}
function isSeparator(line2) {
  return /^(?:-+\[ cut here \]-+|[=-]{4,})$/.test(withoutKernelPrefix(line2));
}
var maxOpening = 10;
var shortestTelling = 20;
var maxLength = 1e3;
function comparable(line2) {
  return plainLine(line2.slice(0, maxLength));
}
function isConsole({ source }) {
  return source === "console";
}
function saysTheSame(said2, wanted) {
  if (said2 === wanted) return true;
  return Math.min(said2.length, wanted.length) >= shortestTelling && (said2.startsWith(wanted) || wanted.startsWith(said2));
}
function markWords(entry) {
  return { ...entryWords(entry), tone: "crash" };
}
function momentWords({ entry, times, spanMs, inTurn }) {
  const repeated = times === 1 ? "" : ` \xD7${times}${inTurn > 1 ? " in turn," : ""} in ${formatSpan(spanMs)}`;
  const { at, who, text: text3, tone } = entryWords(entry);
  return { at, who, text: text3 + repeated, tone };
}
function entryWords(entry) {
  const { atMs, source, text: text3, device } = entry;
  const who = source === "device" && device !== void 0 ? device : source;
  return {
    at: atMs.toFixed(3),
    who: plainLine(who.slice(0, maxWho)),
    text: cutLine(plainLine(text3.slice(0, 4 * maxText)), maxText),
    tone: toneOf(entry)
  };
}
var maxWho = 64;
var maxText = 400;
function toneOf({ source, data }) {
  if (source !== "device") return "plain";
  const kind = data?.["kind"];
  return kind === "fault" || kind === "crash" ? kind : "plain";
}
function formatSpan(spanMs) {
  return spanMs < 1 ? `${Math.round(spanMs * 1e3)} \xB5s` : formatDuration(spanMs);
}
var shownMoments = 30;
function describeTimeline(entries, finding) {
  const crash = finding === void 0 ? -1 : findCrash(entries, finding);
  const at = crash >= 0 ? crash : entries.findIndex(isFailure);
  const mark = entries[at];
  if (mark === void 0) return { until: "end", before: foldEntries(entries), after: [] };
  const before = entries.slice(0, at);
  return {
    until: finding === void 0 || crash < 0 ? "failure" : tellsLeftovers(finding) ? "report" : "crash",
    before: foldEntries(crash >= 0 ? withoutSeparator(before) : before),
    mark,
    after: foldEntries(entries.slice(at + 1))
  };
}
function tellsLeftovers({ kind }) {
  return kind === "leak" || kind === "memory-leak";
}
function isFailure({ source, data }) {
  const exitStatus = source === "stage" ? data?.["exitStatus"] : void 0;
  return typeof exitStatus === "number" && exitStatus !== 0;
}
function withoutSeparator(entries) {
  const last = entries.findLastIndex(({ source }) => source === "console");
  return last >= 0 && isSeparator(plainLine(entries[last]?.text ?? "")) ? entries.filter((_, index) => index !== last) : entries;
}

// src/report/html/excerpt-log.ts
var maxLines = 1500;
var maxCharacters = 96 * 1024;
var maxLineLength2 = 2e3;
var linesBefore = 120;
var linesAfter = 200;
var maxReports = 8;
var lastLines = 400;
var maxGap = 40;
function excerptLog(text3, { reports }) {
  const lines = text3.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const marked = reports.slice(0, maxReports).map((report) => markReport(lines, report)).filter((range) => range !== void 0);
  const wanted = wantedLines(lines, marked);
  const shown4 = [...wanted].sort((a, b) => a - b);
  const hasLongLines = shown4.some((number2) => (lines[number2 - 1] ?? "").length > maxLineLength2);
  return {
    segments: segmentsOf(shown4, lines),
    lineCount: lines.length,
    marked,
    ...hasLongLines ? { note: `Lines are cut after ${maxLineLength2} characters.` } : {}
  };
}
function markReport(lines, { line: line2, report }) {
  if (line2 > lines.length) return void 0;
  let last = line2;
  const wanted = report.split("\n").map(comparable2).filter((text3) => text3 !== "" && !text3.endsWith(" [inline]")).map((text3) => [text3, withoutSource(text3)]);
  for (let number2 = line2, found = 0; number2 <= lines.length && number2 - last <= maxGap && found < wanted.length; number2++) {
    const there = comparable2(lines[number2 - 1] ?? "");
    if (wanted[found]?.some((text3) => there.endsWith(text3)) !== true) continue;
    last = number2;
    found++;
  }
  return [line2, last];
}
function comparable2(line2) {
  return withoutKernelPrefix(plainLine(line2.slice(0, maxLineLength2)));
}
function withoutSource(line2) {
  let text3 = line2;
  for (let at = text3.lastIndexOf(" ("); at > 0; at = text3.lastIndexOf(" (")) {
    if (!/^ \([^()]+:\d+\)$/.test(text3.slice(at))) break;
    text3 = text3.slice(0, at);
  }
  return text3;
}
function wantedLines(lines, marked) {
  const wanted = /* @__PURE__ */ new Set();
  let charactersLeft = maxCharacters;
  const take = (number2) => {
    if (number2 < 1 || number2 > lines.length || wanted.size >= maxLines || wanted.has(number2)) return;
    const cost = Math.min(maxLineLength2, (lines[number2 - 1] ?? "").length) + 1;
    if (cost > charactersLeft) return;
    charactersLeft -= cost;
    wanted.add(number2);
  };
  for (const [first, last] of marked) for (let number2 = first; number2 <= last; number2++) take(number2);
  for (let back = 0; back < 40; back++) take(lines.length - back);
  for (const [first, last] of marked) {
    for (let away = 1; away <= linesBefore; away++) take(first - away);
    for (let away = 1; away <= linesAfter; away++) take(last + away);
  }
  for (let back = 40; back < (marked.length === 0 ? maxLines : lastLines); back++) take(lines.length - back);
  return wanted;
}
function segmentsOf(numbers, lines) {
  const segments = [];
  for (const number2 of numbers) {
    const line2 = shownLine(lines[number2 - 1] ?? "");
    const open = segments.at(-1);
    if (open !== void 0 && open.first + open.lines.length === number2) open.lines.push(line2);
    else segments.push({ first: number2, lines: [line2] });
  }
  return segments;
}
function shownLine(line2) {
  return cutLine(plainText(line2.slice(0, maxLineLength2 + 1)).replace(/\n+$/, ""), maxLineLength2);
}

// src/results/point-groups.ts
function accessWords({ access, reached, time }) {
  const words = access ?? "no access";
  if (reached === void 0 || reached === 1) return words;
  return time === void 0 ? `${words}, reached ${reached} times` : `${words}, time ${time} of ${reached}`;
}
function pointNumber({ nth, time }) {
  return time === void 0 ? `${nth}` : `${nth}.${time}`;
}
function groupPoints(points) {
  const groups = /* @__PURE__ */ new Map();
  for (const point of points) {
    const key = pointKey(point);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === void 0) return [];
    const { fault, outcome, access, why } = first;
    return [{ fault, outcome, access, why, points: group }];
  });
}
function pointKey({
  fault,
  outcome,
  access,
  why
}) {
  return JSON.stringify([fault, outcome, access === void 0 ? "" : placeOf(access), shapeOf(why)]);
}
function placeOf(access) {
  return / in \S+ \(\S+:\d+\)$/.test(access) ? access : shapeOf(access);
}
function shapeOf(text3) {
  return text3.replaceAll(/(?<!\+)\b(?:0x[\da-f]+|\d+)\b/gi, "#");
}
function numbersOf(points) {
  const runs = [];
  for (const { nth } of points) {
    const run = runs.at(-1);
    if (run !== void 0 && nth - run.last <= 1 && nth >= run.last) run.last = nth;
    else runs.push({ first: nth, last: nth });
  }
  const shown4 = runs.slice(0, maxRuns).map(({ first, last }) => first === last ? `${first}` : `${first}\u2013${last}`);
  return runs.length > maxRuns ? `${shown4.join(", ")}, \u2026` : shown4.join(", ");
}
var maxRuns = 5;

// src/results/distinct-failures.ts
function distinctFailures(results) {
  const { cells, tests } = results;
  const isNotRun = isNotRunIn(results);
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const groups = /* @__PURE__ */ new Map();
  for (const test of tests) {
    if (test.ok || isNotRun(test)) continue;
    const key = keyOf(test, evidenceOf(test, cellById.get(test.cell)).finding);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [test]);
    else group.push(test);
  }
  return [...groups.values()].flatMap((group) => {
    const [test] = group;
    return test === void 0 ? [] : [{ test, tests: group, ...evidenceOf(test, cellById.get(test.cell)) }];
  });
}
var importance = ["crash", "hang", "timeout", "fail", "error", "pass", "skip"];
function mostImportantFirst(failures) {
  return failures.toSorted((a, b) => importance.indexOf(a.test.outcome) - importance.indexOf(b.test.outcome));
}
function unexpectedPass(test) {
  if (test.outcome !== "pass" || test.ok || test.expected === "pass") return void 0;
  return `It passed, but ${test.expected} was expected. If the bug is fixed, remove its info/expect-failure.`;
}
function keyOf(test, finding) {
  if (finding !== void 0) return JSON.stringify([test.outcome, finding.fingerprint]);
  if (test.point !== void 0) return JSON.stringify([test.outcome, pointKey(test.point)]);
  const reason2 = test.reason.replace(/\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, "TIME").replace(/^(run ended with exit status \d+): .*$/s, "$1");
  return JSON.stringify([test.outcome, test.outcome === "error" ? "" : test.id, reason2]);
}
function evidenceOf(test, cell) {
  const build = test.buildLog === void 0 ? void 0 : cell?.builds?.find(({ log }) => log === test.buildLog);
  const bootFinding = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings[0] : void 0;
  const own = test.findings[0];
  if (own !== void 0 || bootFinding === void 0 || cell === void 0)
    return { finding: own, console: test.console, build };
  return { finding: bootFinding, console: `${cell.id}/boot/console.log`, build };
}

// src/report/text/parameter-words.ts
var maxChars = 500;
function parameterWords({ parameters = {} }) {
  const words = Object.entries(parameters).slice(0, bounds.each.columns).map(([name3, value]) => shellQuote(`${name3}=${value.slice(0, bounds.each.valueChars)}`));
  return words.length === 0 ? void 0 : cutLine(plainLine(words.join(" ")), maxChars);
}
function describedTest(test) {
  const { tags = [] } = test;
  const lines = [test.description, parameterWords(test) ?? "", tags.length === 0 ? "" : `tags: ${tags.join(" ")}`];
  return lines.filter((line2) => line2 !== "").join("\n");
}

// src/device/register/bits.ts
var masks = Array.from({ length: 9 }, (_, bytes) => (1n << BigInt(8 * bytes)) - 1n);

// src/device/log/coverage.ts
function addCoverage(a, b) {
  return {
    registers: addEach(a.registers, b.registers, addRegisters),
    interrupts: addEach(a.interrupts, b.interrupts, (one, other) => one + other),
    ...addDma(a.dma, b.dma),
    unmapped: a.unmapped + b.unmapped,
    ...a.exchanges === void 0 && b.exchanges === void 0 ? {} : { exchanges: addEach(a.exchanges ?? {}, b.exchanges ?? {}, addExchanges) }
  };
}
function addDma(a, b) {
  const dma = a === void 0 || b === void 0 ? a ?? b : sumOf(a, b);
  return dma === void 0 ? {} : { dma };
}
function sumOf(a, b) {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, bytes: a.bytes + b.bytes };
}
function addExchanges(a, b) {
  return { count: a.count + b.count, bytes: a.bytes + b.bytes };
}
function addRegisters(a, b) {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, fields: addEach(a.fields, b.fields, addFields) };
}
function addFields(a, b) {
  return {
    reads: a.reads + b.reads,
    writtenZero: a.writtenZero + b.writtenZero,
    writtenNonZero: a.writtenNonZero + b.writtenNonZero
  };
}
function addEach(a, b, add) {
  const sums = new Map(Object.entries(a));
  for (const [name3, value] of Object.entries(b)) {
    const sum = sums.get(name3);
    sums.set(name3, sum === void 0 ? value : add(sum, value));
  }
  return Object.fromEntries(sums);
}

// src/results/hardware/coverage-figures.ts
function coverageFigures({
  registers,
  interrupts,
  exchanges = {},
  dma,
  unmapped
}) {
  const all = Object.entries(registers);
  const fields = all.flatMap(
    ([name3, register]) => Object.entries(register.fields).map(([field, use]) => ({
      name: `${name3}.${field}`,
      isTouched: isUsed(use),
      isNamed: isTouched(register)
    }))
  );
  return {
    registers: shareOf(all.map(([name3, register]) => ({ name: name3, isTouched: isTouched(register), isNamed: true }))),
    fields: shareOf(fields),
    interrupts: shareOf(
      Object.entries(interrupts).map(([name3, count]) => ({ name: name3, isTouched: count > 0, isNamed: true }))
    ),
    exchanges: shareOf(
      Object.entries(exchanges).map(([name3, { count }]) => ({ name: name3, isTouched: count > 0, isNamed: true }))
    ),
    dma: dma === void 0 ? void 0 : dmaWords(dma),
    unmapped
  };
}
function isTouched({ reads, writes }) {
  return reads + writes > 0;
}
function isUsed({ reads, writtenNonZero }) {
  return reads + writtenNonZero > 0;
}
function shareOf(parts) {
  const untouched2 = parts.filter((part) => !part.isTouched);
  return {
    touched: parts.length - untouched2.length,
    all: parts.length,
    never: untouched2.filter(({ isNamed }) => isNamed).map(({ name: name3 }) => name3)
  };
}
function dmaWords({ reads, writes, bytes }) {
  if (reads + writes === 0) return "none";
  const counts = [...reads > 0 ? [plural(reads, "read")] : [], ...writes > 0 ? [plural(writes, "write")] : []];
  return [...counts, formatBytes(bytes)].join(", ");
}
function plural(count, noun) {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "KiB"] : bytes < 1024 ** 3 ? [bytes / 1024 ** 2, "MiB"] : [bytes / 1024 ** 3, "GiB"];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
function sumHardware(parts) {
  const sums = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const key = JSON.stringify([part.suite, part.model]);
    const sum = sums.get(key);
    sums.set(
      key,
      sum === void 0 ? part : { ...sum, machines: sum.machines + part.machines, coverage: addCoverage(sum.coverage, part.coverage) }
    );
  }
  return sums.size === 0 ? void 0 : [...sums.values()];
}

// src/results/hardware/unfired-faults.ts
function faultWords({ text: text3, fired, counted, first, isCleared }) {
  const [one, several] = /^call-fail\b/.test(text3) ? ["call", "calls"] : ["access", "accesses"];
  const all = `${counted} ${counted === 1 ? one : several}`;
  if (fired > 0) return `fired at ${fired} of ${all}${first === void 0 ? "" : `, first at ${first.access}`}`;
  return `never fired${isCleared ? " before it was cleared" : ""}; ` + (counted === 0 ? `it counted no ${one}` : `it counted ${all}`);
}
function deviceWords(devices) {
  const crashes = devices.flatMap(
    ({ id, crash }) => crash === void 0 ? [] : [
      {
        about: "model",
        text: `${id} crashed at ${crash.during}, a bug of the model and not of the driver: ${crash.message}`
      }
    ]
  );
  const faults = devices.flatMap(
    ({ id, faults: set }) => set.map((fault) => ({ about: "fault", text: `${fault.text} on ${id}: ${faultWords(fault)}` }))
  );
  return [...crashes, ...faults];
}
function deviceWarnings(test) {
  return deviceWords(
    (test.devices ?? []).map((device) => ({
      ...device,
      faults: device.faults.filter((fault) => isUnfired(fault, test))
    }))
  );
}
function isUnfired({ fired, text: text3 }, { outcome, point }) {
  return fired === 0 && outcome !== "skip" && point === void 0 && !text3.includes(neverFires);
}
var neverFires = ` nth=${neverNth} `;
function unfiredFaults(tests) {
  const found = /* @__PURE__ */ new Map();
  for (const test of tests) {
    for (const device of test.devices ?? []) {
      for (const fault of device.faults.filter((one) => isUnfired(one, test))) {
        const key = JSON.stringify([test.id, device.id, fault.id, fault.text]);
        const before = found.get(key);
        found.set(
          key,
          before === void 0 ? { test: test.id, device: device.id, fault, cells: [test.cell] } : { ...before, cells: [...before.cells, test.cell] }
        );
      }
    }
  }
  return [...found.values()];
}

// src/report/html/page-hardware.ts
var maxModels = 60;
var maxRegisters = 1e3;
var maxFields = 64;
var maxUnfired = 200;
var maxTests = 100;
var nameLength = 120;
var maxBytes = 1e6;
function pageHardware({ hardware = [] }) {
  let left = maxBytes;
  return hardware.slice(0, maxModels).map((one) => {
    const whole = pageModel(one);
    left -= embeddedBytes(whole);
    return left > 0 ? whole : {
      ...whole,
      registers: [],
      interrupts: [],
      exchanges: [],
      note: "Its registers do not fit on this page; results.json has all of them."
    };
  });
}
function pageUnfired(tests) {
  const indexOf = new Map(tests.map(({ id, cell }, index) => [JSON.stringify([id, cell]), index]));
  return unfiredFaults(tests).slice(0, maxUnfired).map(({ test, device, fault, cells }) => ({
    ...pageFault(fault),
    device: shown(device),
    tests: cells.slice(0, maxTests).flatMap((cell) => indexOf.get(JSON.stringify([test, cell])) ?? [])
  }));
}
function pageModel({ suite, model, machines, coverage }) {
  const { registers, fields, interrupts, exchanges, dma, unmapped } = coverageFigures(coverage);
  const all = Object.entries(coverage.registers);
  return {
    suite: shown(suite),
    model: shown(model),
    machines,
    said: [
      ...share(registers, "registers"),
      ...share(fields, "fields"),
      ...share(interrupts, "interrupts"),
      ...share(exchanges, "exchanges"),
      ...dma === void 0 ? [] : [`DMA: ${dma}`],
      ...unmapped === 0 ? [] : [`${unmapped} accesses to what the model does not have`]
    ],
    registers: all.slice(0, maxRegisters).map(pageRegister),
    interrupts: Object.entries(coverage.interrupts).slice(0, maxRegisters).map(([name3, count]) => ({ name: shown(name3), count })),
    exchanges: Object.entries(coverage.exchanges ?? {}).slice(0, maxRegisters).map(([name3, { count, bytes }]) => ({ name: shown(name3), count, said: formatBytes(bytes) })),
    ...all.length > maxRegisters ? { note: `The first ${maxRegisters} of ${all.length} registers; results.json has all of them.` } : {}
  };
}
function pageRegister([name3, { reads, writes, fields }]) {
  return {
    name: shown(name3),
    reads,
    writes,
    fields: Object.entries(fields).slice(0, maxFields).map(([field, use]) => ({
      name: shown(field),
      isUsed: isUsed(use),
      said: `read ${use.reads} times, written with zero ${use.writtenZero} times, with a set bit ${use.writtenNonZero} times`
    }))
  };
}
function share({ touched, all }, noun) {
  return all === 0 ? [] : [`${touched} of ${all} ${noun}`];
}
function shown(text3) {
  return cutLine(plainLine(text3.slice(0, 4 * nameLength)), nameLength);
}
var maxDevices = 16;
var maxFaults = 100;
var stackLimit = { lines: 60, columns: 500 };
var lineLength = 300;
var maxStack = 4e4;
function pageDevices(devices) {
  return devices.slice(0, maxDevices).map(({ id, model, faults, crash }) => ({
    id: shownLine2(id),
    model: shownLine2(model),
    faults: faults.slice(0, maxFaults).map(pageFault),
    ...crash === void 0 ? {} : {
      crash: {
        during: shownLine2(crash.during),
        message: shownLine2(crash.message),
        stack: cutText(plainText(crash.stack.slice(0, maxStack)), stackLimit)
      }
    }
  }));
}
function pageFault(fault) {
  return { text: shownLine2(fault.text), said: shownLine2(faultWords(fault)), hasFired: fault.fired > 0 };
}
function shownLine2(text3) {
  return cutLine(plainLine(text3.slice(0, 4 * lineLength)), lineLength);
}

// src/report/html/page-detail.ts
var textLimit = { lines: 400, columns: 1e3 };
var reasonLimit = { lines: 120, columns: 1e3 };
var nameLength2 = 300;
var maxSubtests = 500;
var maxFindings = 20;
var maxFiles = 300;
var maxNotes = 50;
var maxAttempts = 200;
function pageDetail(test, shown4) {
  const { attempts = [], postMortem: postMortem2 } = test;
  return {
    description: text2(describedTest(test), textLimit),
    expected: line(test.expected),
    reason: text2(unexpectedPass(test) ?? test.reason, reasonLimit),
    start: test.start,
    startReason: line(test.startReason),
    startMs: test.startMs,
    stages: test.stages,
    findings: shown4.findings.slice(0, maxFindings).map((finding) => pageFinding(finding, shown4.console)),
    subtests: chosenSubtests(test.subtests),
    attempts: attempts.slice(0, maxAttempts).map(pageAttempt),
    artifacts: test.artifacts.slice(0, maxFiles),
    postmortem: (postMortem2?.files ?? []).slice(0, maxFiles),
    whereabouts: (postMortem2?.whereabouts ?? []).slice(0, maxNotes).map(line),
    ...test.console === void 0 ? {} : { console: test.console },
    ...test.buildLog === void 0 ? {} : { buildLog: test.buildLog },
    ...test.timeline === void 0 ? {} : { timeline: test.timeline },
    devices: pageDevices(test.devices ?? []),
    notes: [...test.notes.slice(0, maxNotes).map(line), ...leftOut(test, attempts.length)],
    reproduce: text2(test.reproduce, reasonLimit),
    shell: text2(test.shell, reasonLimit)
  };
}
function slimDetail(detail) {
  const few = { lines: 40, columns: 300 };
  return {
    ...detail,
    description: cutText(detail.description, few),
    reason: cutText(detail.reason, few),
    findings: detail.findings.slice(0, 3).map((finding) => ({ ...finding, report: cutText(finding.report, few) })),
    subtests: detail.subtests.slice(0, 30),
    attempts: detail.attempts.slice(0, 30),
    artifacts: detail.artifacts.slice(0, 30),
    postmortem: detail.postmortem.slice(0, 30),
    devices: detail.devices.map(slimDevice),
    notes: [
      ...detail.notes.slice(0, 10),
      "The details of this test do not fit on this page; results.json has all of them."
    ]
  };
}
function slimDevice({ crash, faults, ...device }) {
  return {
    ...device,
    faults: faults.slice(0, 10),
    ...crash === void 0 ? {} : { crash: { ...crash, stack: cutText(crash.stack, { lines: 10, columns: 300 }) } }
  };
}
function pageFinding({ kind, title, source, line: at, report }, console) {
  return {
    kind,
    title: line(title),
    ...source === void 0 ? {} : { source: { file: line(source.file), line: source.line } },
    ...console === void 0 ? {} : { console },
    line: at,
    report: text2(report, textLimit)
  };
}
function chosenSubtests(subtests) {
  const isLoud = ({ status }) => status === "fail" || status === "crash" || status === "error";
  const chosen = [...subtests.filter(isLoud), ...subtests.filter((subtest) => !isLoud(subtest))].slice(0, maxSubtests);
  return chosen.map(({ name: name3, status, reason: reason2 }) => ({
    name: line(name3),
    status,
    ...reason2 === void 0 ? {} : { reason: line(reason2) }
  }));
}
function pageAttempt({ outcome, ok, reason: reason2, durationMs, console }) {
  return { outcome, ok, reason: line(reason2), durationMs, ...console === void 0 ? {} : { console } };
}
function leftOut({ subtests, artifacts, findings }, attempts) {
  const counts = [
    { noun: "subtests", count: subtests.length, shown: maxSubtests },
    { noun: "artifacts", count: artifacts.length, shown: maxFiles },
    { noun: "findings", count: findings.length, shown: maxFindings },
    { noun: "attempts", count: attempts, shown: maxAttempts }
  ];
  return counts.filter(({ count, shown: shown4 }) => count > shown4).map(({ noun, count, shown: shown4 }) => `This page shows ${shown4} of ${count} ${noun}; results.json has all of them.`);
}
var maxText2 = 2e5;
function text2(from, limit) {
  return cutText(plainText(from.slice(0, maxText2)), limit);
}
function line(from) {
  return cutLine(plainLine(from.slice(0, 4 * nameLength2)), nameLength2);
}

// src/report/html/page-failures.ts
var maxFailures = 200;
var maxTests2 = 200;
var lineLength2 = 300;
var maxReport = 1e5;
function pageFailures(results) {
  const all = [...distinctFailures(results)].sort((a, b) => weightOf(a) - weightOf(b));
  const indexOf = new Map(results.tests.map((test, index) => [test, index]));
  const failures = all.slice(0, maxFailures).map(({ test, tests, finding }) => {
    const { frames, lastWords } = finding === void 0 ? { frames: [], lastWords: void 0 } : excerptReport(finding.report.slice(0, maxReport));
    return {
      title: shown2(finding?.title ?? test.id),
      outcome: test.outcome,
      ...finding?.source === void 0 ? {} : { source: { file: shown2(finding.source.file), line: finding.source.line } },
      reason: shownLines(unexpectedPass(test) ?? test.reason),
      frames: frames.map(shown2),
      lastWords: shown2(lastWords ?? ""),
      tests: tests.slice(0, maxTests2).map((one) => indexOf.get(one) ?? 0)
    };
  });
  return { failures, leftOut: all.length - failures.length };
}
function weightOf({ test }) {
  return weights[test.outcome];
}
var weights = {
  crash: 0,
  hang: 1,
  timeout: 2,
  fail: 3,
  error: 4,
  pass: 5,
  skip: 5
};
var maxReasonLines = 4;
function shownLines(text3) {
  return text3.split("\n", maxReasonLines).map(shown2).join("\n");
}
function shown2(text3) {
  return cutLine(plainLine(text3.slice(0, 4 * lineLength2)), lineLength2);
}
var maxBytes2 = 6e6;
var maxBrief = 160;
function chooseTests({ cells, tests }) {
  const cellIndex = new Map(cells.map(({ id }, index) => [id, index]));
  const lines = /* @__PURE__ */ new Map();
  let left = maxBytes2;
  for (const test of byImportance(tests)) {
    const line2 = pageTest(test, cellIndex.get(test.cell) ?? 0);
    left -= embeddedBytes(line2);
    if (left < 0) break;
    lines.set(test, line2);
  }
  const chosen = tests.filter((test) => lines.has(test));
  return {
    tests: chosen,
    lines: chosen.flatMap((test) => lines.get(test) ?? []),
    leftOut: tests.length - chosen.length
  };
}
function byImportance(tests) {
  const rank = (test) => test.ok ? isQuiet(test) ? 2 : 1 : 0;
  return [0, 1, 2].flatMap((wanted) => tests.filter((test) => rank(test) === wanted));
}
function isQuiet(test) {
  return test.ok && (test.outcome === "pass" || test.outcome === "skip") && test.flaky !== true;
}
function pageTest(test, cell) {
  const brief = test.ok && test.outcome === "pass" ? "" : test.findings[0]?.title ?? unexpectedPass(test) ?? test.reason;
  return {
    id: plainLine(test.id),
    cell,
    outcome: test.outcome,
    ok: test.ok,
    ...test.flaky === true ? { flaky: true } : {},
    durationMs: test.durationMs,
    brief: cutLine(plainLine(brief.slice(0, 4 * maxBrief)), maxBrief),
    ...test.point === void 0 ? {} : { point: pagePoint(test.point) }
  };
}
function pagePoint(point) {
  const { fault, access, outcome, why } = point;
  return {
    fault: shown2(fault),
    number: pointNumber(point),
    access: access === void 0 ? "" : shown2(accessWords(point)),
    outcome,
    why: shown2(why)
  };
}

// src/report/html/fill-details.ts
var lengths = [
  { before: 700, after: 200 },
  { before: shownMoments, after: 5 }
];
function pageTimelines(text3, finding) {
  const { entries, unreadable } = parseTimeline(text3);
  if (entries.length === 0) return [];
  const { until, before, mark, after } = describeTimeline(entries, finding);
  const counted = { count: before.length + after.length + (mark === void 0 ? 0 : 1), unreadable };
  return lengths.map((length) => {
    const shown4 = before.slice(-length.before);
    return {
      moments: [
        ...shown4.map(momentWords),
        ...mark === void 0 ? [] : [markWords(mark)],
        ...after.slice(0, length.after).map(momentWords)
      ],
      until,
      last: [Math.max(0, shown4.length - shownMoments), shown4.length + (mark === void 0 ? 0 : 1)],
      ...counted
    };
  });
}
function fillDetails({ cells, tests }, { lines, readLog, bytes }) {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const details = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  const timelines = /* @__PURE__ */ new Map();
  let left = bytes;
  let effortLeft = bytes * effortForRoom;
  let unread = 0;
  const fits = (value) => {
    const size = embeddedBytes(value);
    effortLeft -= size;
    if (size > left) return false;
    left -= size;
    return true;
  };
  const addText = (path, shown4) => {
    if (texts.has(path)) return;
    const text3 = left < shortestUseful ? void 0 : readLog(path);
    const excerpt = text3 === void 0 ? void 0 : excerptLog(text3, { reports: path === shown4.console ? shown4.findings : [] });
    if (excerpt !== void 0 && fits([path, excerpt])) texts.set(path, excerpt);
    else if (text3 !== void 0 || left < shortestUseful) unread++;
  };
  const addTimeline = (path, { findings: [finding] }) => {
    const text3 = left < shortestUseful ? void 0 : readLog(path);
    const versions = text3 === void 0 ? [] : pageTimelines(text3, finding);
    const fitting = versions.find((version) => fits([path, version]));
    if (fitting !== void 0) timelines.set(path, fitting);
    else if (versions.length > 0 || left < shortestUseful) unread++;
  };
  for (const test of byImportance(tests)) {
    if (left < shortestDetail || effortLeft < 0) break;
    const shown4 = shownFindings(test, cellById.get(test.cell));
    const whole = pageDetail(test, shown4);
    const detail = embeddedBytes(whole) > maxDetailBytes ? slimDetail(whole) : whole;
    if (!fits(detail)) continue;
    details.set(test, detail);
    if (isQuiet(test)) continue;
    if (test.timeline !== void 0) addTimeline(test.timeline, shown4);
    for (const path of tellingLogs(test, shown4)) addText(path, shown4);
  }
  const filled = lines.map((line2, index) => withDetail(line2, details.get(tests[index])));
  return {
    tests: filled,
    texts: Object.fromEntries(texts),
    timelines: Object.fromEntries(timelines),
    undescribed: tests.length - details.size,
    unread
  };
}
var maxDetailBytes = 2e5;
var effortForRoom = 3;
var shortestUseful = 4096;
var shortestDetail = 300;
function withDetail(line2, detail) {
  return detail === void 0 ? line2 : { ...line2, detail };
}
function shownFindings(test, cell) {
  if (test.findings.length > 0 || cell?.boot.outcome !== "failed" || test.startMs !== null) return test;
  return { findings: cell.boot.findings, console: `${cell.id}/boot/console.log` };
}
function tellingLogs({ stages, outcome, buildLog }, { console }) {
  const bad = stages.filter(
    ({ name: name3, exitStatus }) => exitStatus !== 0 || name3 === "run" && outcome !== "pass"
  );
  return [buildLog, console, ...bad.map(({ log }) => log)].filter((path) => path !== void 0);
}

// src/report/text/coverage-words.ts
function percentOf({ lines, reached }) {
  return lines === 0 ? "\u2013" : `${Math.floor(100 * reached / lines)} %`;
}
function coverageWords(figures) {
  const { lines, reached, onlyByFaults } = figures;
  const faults = onlyByFaults === 0 ? "" : `, ${onlyByFaults} of them only by faults`;
  return `${reached} of ${lines} lines (${percentOf(figures)})${faults}`;
}

// src/report/html/page-coverage.ts
var maxFiles2 = 500;
var maxReasons = 50;
var maxLines2 = 2e4;
var maxColumns = 240;
var nameLength3 = 300;
var maxTests3 = 60;
var maxBytes3 = 25e5;
var tabColumns = 8;
function pageCoverage({ coverage }, tests, readLog) {
  if (coverage === void 0) return void 0;
  let left = maxBytes3;
  const files = coverage.files.slice(0, maxFiles2).map((one) => {
    const bare = { file: short(one.file), said: coverageWords(one), never: one.lines - one.reached };
    const figures = { ...bare, onlyByFaults: one.onlyByFaults };
    const source = left > 0 ? pageSource(one, tests, readLog) : void 0;
    const bytes = source === void 0 ? 0 : embeddedBytes(source);
    if (source === void 0 || bytes > left) return { ...figures, lines: [], groups: [] };
    left -= bytes;
    return { ...figures, ...source };
  });
  return {
    said: coverageWords(coverage),
    files,
    notMeasured: coverage.notMeasured.slice(0, maxReasons).map(({ cell, suite, reason: reason2 }) => short(`${suite} on ${cell} was not measured: ${reason2}`)),
    more: coverage.files.length - files.length
  };
}
function pageSource(one, tests, readLog) {
  const text3 = one.source === void 0 ? void 0 : readLog(one.source);
  const coverable = new Set(linesIn(one.coverable));
  const groups = new Groups(testsOf(one.file, tests));
  const [ran, byFaults] = [new Set(linesIn(one.ran)), new Set(linesIn(one.ranOnlyByFaults))];
  const lineOf = (number2, code) => {
    const state = ran.has(number2) ? "ran" : byFaults.has(number2) ? "faults" : coverable.has(number2) ? "never" : "none";
    const group = state === "ran" || state === "faults" ? groups.of(number2) : void 0;
    return group === void 0 ? [number2, state, code] : [number2, state, code, group];
  };
  const lines = text3 === void 0 ? [...coverable].slice(0, maxLines2).map((number2) => lineOf(number2, "")) : sourceLines(text3).map((code, index) => lineOf(index + 1, code));
  return { lines, groups: groups.all };
}
function sourceLines(text3) {
  const lines = text3.replace(/\n$/, "").split("\n", maxLines2);
  return lines.map((line2) => plainText(expandTabs(line2.slice(0, maxColumns))).replaceAll("\n", " "));
}
function expandTabs(line2) {
  let column = 0;
  return line2.replaceAll(/\t|[^\t]+/g, (part) => {
    const shown4 = part === "	" ? " ".repeat(tabColumns - column % tabColumns) : part;
    column += shown4.length;
    return shown4;
  });
}
function testsOf(file, tests) {
  const reached = /* @__PURE__ */ new Map();
  for (const [index, { coverage = [] }] of tests.entries()) {
    for (const one of coverage.filter((lines) => lines.file === file)) {
      for (const line2 of linesIn(one.lines)) {
        const known = reached.get(line2);
        if (known === void 0) reached.set(line2, [index]);
        else if (known.length < maxTests3) known.push(index);
      }
    }
  }
  return reached;
}
var Groups = class {
  all = [];
  #tests;
  #known = /* @__PURE__ */ new Map();
  constructor(tests) {
    this.#tests = tests;
  }
  of(line2) {
    const tests = this.#tests.get(line2);
    if (tests === void 0) return void 0;
    const key = tests.join(",");
    const known = this.#known.get(key) ?? this.all.push(tests) - 1;
    this.#known.set(key, known);
    return known;
  }
};
function short(text3) {
  return cutLine(plainLine(text3.slice(0, 4 * nameLength3)), nameLength3);
}

// src/report/html/page-contents.ts
var maxBytes4 = 95e5;
var maxCells = 500;
var maxNotes2 = 100;
var maxNote = 500;
var maxBootNotes = 3;
function pageContents(all, sources2) {
  const chosen = chooseTests(all);
  const results = { ...all, tests: chosen.tests };
  const { failures, leftOut: leftOut5 } = pageFailures(results);
  const coverage = pageCoverage(all, chosen.tests, sources2.readLog);
  const frame2 = {
    version: short2(all.tool.version),
    startedAt: short2(all.startedAt),
    durationMs: all.durationMs,
    exitStatus: all.exitStatus,
    verdict: short2(verdictLine(all)),
    host: { ...all.host, acceleratorReason: short2(all.host.acceleratorReason) },
    totals: all.totals,
    missing: (all.merged?.missing ?? []).slice(0, maxNotes2).map(short2),
    cells: pageCells(all.cells),
    tests: chosen.lines,
    failures,
    texts: {},
    timelines: {},
    hardware: pageHardware(all),
    unfired: pageUnfired(chosen.tests),
    ...coverage === void 0 ? {} : { coverage },
    notes: [],
    filesAt: sources2.filesAt
  };
  const filled = fillDetails(results, {
    lines: chosen.lines,
    readLog: sources2.readLog,
    bytes: maxBytes4 - embeddedBytes(frame2)
  });
  const notes = [...runNotes(all), ...gapNotes(all, { ...filled, tests: chosen.leftOut, failures: leftOut5 })];
  return { ...frame2, tests: filled.tests, texts: filled.texts, timelines: filled.timelines, notes };
}
function runNotes(all) {
  const interrupted = notRunNames(all, maxNotes2);
  return [
    ...damageWords(all, maxNotes2).map(short2),
    ...interrupted.names.map((name3) => short2(`not run: ${name3}`)),
    ...said(interrupted.more, (count) => `${count} more tests were not run; results.json names them.`),
    ...(all.merged?.notes ?? []).slice(0, maxNotes2).map(short2)
  ];
}
function gapNotes({ tests, cells }, gaps) {
  return [
    ...said(
      gaps.tests,
      (count) => `${count} of ${tests.length} tests do not fit on this page; results.json has all of them.`
    ),
    ...said(
      Math.max(0, cells.length - maxCells),
      (count) => `${count} of ${cells.length} cells do not fit on this page; results.json has all of them.`
    ),
    ...said(
      gaps.undescribed,
      (count) => `${count} tests are shown without details, which do not fit; results.json has them.`
    ),
    ...said(gaps.unread, (count) => `${count} logs are linked but not shown, because they do not fit.`),
    ...said(gaps.failures, (count) => `${count} more distinct failures are in results.json.`)
  ];
}
function said(count, sentence) {
  return count === 0 ? [] : [sentence(count)];
}
function pageCells(cells) {
  const labels = cellLabels(cells);
  return cells.slice(0, maxCells).map((cell) => ({
    id: short2(cell.id),
    label: short2(labels.get(cell.id) ?? cell.id),
    kernel: {
      spec: short2(cell.kernel.spec),
      release: short2(releaseWords(cell.kernel)),
      sha256: short2(cell.kernel.sha256 ?? "")
    },
    machine: { name: short2(cell.machine.name), args: shortArgs(cell.machine.args) },
    arch: short2(cell.arch),
    qemu: { version: short2(cell.qemu.version), sha256: short2(cell.qemu.sha256) },
    boot: {
      outcome: cell.boot.outcome,
      durationMs: cell.boot.durationMs,
      ...cell.boot.bootedAt === void 0 ? {} : { bootedAt: cell.boot.bootedAt },
      ...cell.boot.imageReason === void 0 ? {} : { imageReason: short2(cell.boot.imageReason) },
      findings: [],
      ...cell.boot.notes === void 0 ? {} : { notes: cell.boot.notes.slice(0, maxBootNotes).map(short2) }
    }
  }));
}
function shortArgs(args) {
  const shown4 = [];
  let left = 2 * maxNote;
  for (const arg of args) {
    left -= short2(arg).length + 1;
    if (left < 0) return [...shown4, "\u2026"];
    shown4.push(short2(arg));
  }
  return shown4;
}
function short2(text3) {
  return cutLine(plainLine(text3.slice(0, 4 * maxNote)), maxNote);
}

// src/report/html/page-shell.ts
import { createHash } from "node:crypto";
function* selfContainedPage({
  title,
  head = "",
  style,
  script,
  data,
  withoutScripts
}) {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${head}<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} \xB7 qemu-driver-test</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs scripts, which are disabled here. ${withoutScripts}</noscript>
<script type="application/json" id="data">`;
  yield* embeddedPieces(data);
  yield `</script>
<script>${script}</script>
</body>
</html>
`;
}
function hashOf(text3) {
  return `sha256-${createHash("sha256").update(text3).digest("base64")}`;
}

// bundled-text:src/report/html/page.css
var page_default = ':root{color-scheme:light dark;--paper: #f7f7f5;--sheet: #ffffff;--ink: #1b1d21;--soft: #646a73;--line: #e2e2dd;--wash: #f0f0ec;--link: #1f56b8;--focus: #2f6fe0;--pass: #2c7a4b;--pass-wash: #e1f0e6;--skip: #7b818a;--skip-wash: #ececea;--xfail: #8a6414;--xfail-wash: #f5ecd6;--fail: #c8321f;--crash: #a80f45;--hang: #6d3fb2;--timeout: #b45309;--error: #4b5a70;--unexpected: #b3246f;--flaky: #8a7000;--mark: #fff1d6;--mark-edge: #e08a00;--on-colour: #ffffff;--mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--paper: #131519;--sheet: #1a1d22;--ink: #e4e6ea;--soft: #98a0ab;--line: #2c3038;--wash: #22262d;--link: #7fb0ff;--focus: #7fb0ff;--pass: #6fcf97;--pass-wash: #1c3327;--skip: #98a0ab;--skip-wash: #282c33;--xfail: #e0b65c;--xfail-wash: #372f1b;--fail: #e5533d;--crash: #e2386f;--hang: #9a6fe0;--timeout: #d97a1e;--error: #74849b;--unexpected: #d6509a;--flaky: #bfa530;--mark: #38290d;--mark-edge: #e7a02c;--on-colour: #ffffff}}:root[data-theme=dark]{color-scheme:dark;--paper: #131519;--sheet: #1a1d22;--ink: #e4e6ea;--soft: #98a0ab;--line: #2c3038;--wash: #22262d;--link: #7fb0ff;--focus: #7fb0ff;--pass: #6fcf97;--pass-wash: #1c3327;--skip: #98a0ab;--skip-wash: #282c33;--xfail: #e0b65c;--xfail-wash: #372f1b;--fail: #e5533d;--crash: #e2386f;--hang: #9a6fe0;--timeout: #d97a1e;--error: #74849b;--unexpected: #d6509a;--flaky: #bfa530;--mark: #38290d;--mark-edge: #e7a02c;--on-colour: #ffffff}:root[data-theme=light]{color-scheme:light}*{box-sizing:border-box}[hidden]{display:none!important}html,body{block-size:100%}body{margin:0;display:grid;grid-template-rows:auto auto minmax(0,1fr) auto;background:var(--paper);color:var(--ink);font:14px/1.5 system-ui,-apple-system,Segoe UI,Noto Sans,DejaVu Sans,sans-serif}h1,h2,h3,h4,p,figure,ul{margin:0}a{color:var(--link);text-underline-offset:2px}code,pre,.path{font-family:var(--mono);font-size:.92em}:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:start}.soft{color:var(--soft)}.offscreen{position:fixed;inset-inline-start:-100vw}noscript{display:block;padding:1em}[data-kind=pass]{--kind: var(--pass);--wash-of-kind: var(--pass-wash)}[data-kind=skip]{--kind: var(--skip);--wash-of-kind: var(--skip-wash)}[data-kind=xfail]{--kind: var(--xfail);--wash-of-kind: var(--xfail-wash)}[data-kind=fail]{--kind: var(--fail)}[data-kind=crash]{--kind: var(--crash)}[data-kind=hang]{--kind: var(--hang)}[data-kind=timeout]{--kind: var(--timeout)}[data-kind=error]{--kind: var(--error)}[data-kind=unexpected]{--kind: var(--unexpected)}[data-kind=flaky]{--kind: var(--flaky)}.tile{display:inline-grid;place-items:center;inline-size:22px;block-size:22px;border-radius:5px;background:var(--kind);color:var(--on-colour);font:700 12px / 1 var(--mono);flex:none}.tile:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]),.badge:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]){background:var(--wash-of-kind);color:var(--kind)}.badge{display:inline-block;border-radius:5px;padding:1px 8px;background:var(--kind);color:var(--on-colour);font-size:12px;font-weight:650;white-space:nowrap}.top{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:4px 14px;align-items:center;padding:14px 20px 0}.lamp{display:grid;place-items:center;inline-size:38px;block-size:38px;border-radius:50%;background:var(--fail);color:var(--on-colour);font-size:20px;font-weight:700}.lamp[data-good=true]{background:#2c8a54}.top h1{font-size:20px;line-height:1.25;font-weight:650;letter-spacing:-.01em}.top .part{font-weight:450;font-size:15px;letter-spacing:0;color:var(--soft)}.facts{color:var(--soft);font-size:12.5px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.quiet{border:1px solid var(--line);border-radius:7px;padding:2px 10px;background:var(--sheet);color:var(--soft)}.quiet:hover{color:var(--ink);border-color:var(--soft)}.theme{font-size:16px;padding:3px 10px}.proportions{grid-column:1 / -1;display:flex;gap:2px;block-size:5px;margin-block:10px 0}.proportions span{min-inline-size:5px;border-radius:3px;background:var(--kind);opacity:.9}.tools{display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:12px 20px;border-block-end:1px solid var(--line)}.tools input,.tools select{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--line);border-radius:7px;padding:4px 10px}.tools input{inline-size:190px}.chips{display:flex;flex-wrap:wrap;gap:6px}.chip{display:inline-flex;gap:7px;align-items:center;padding:3px 10px 3px 4px;border:1px solid var(--line);border-radius:8px;background:var(--sheet)}.chip .tile{inline-size:20px;block-size:20px}.chip:hover{border-color:var(--soft)}.chip[aria-pressed=true]{border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink)}.counted{margin-inline-start:auto;color:var(--soft);font-variant-numeric:tabular-nums}.panes{display:grid;grid-template-columns:fit-content(46%) minmax(0,1fr);min-block-size:0}.board,.reading{overflow:auto;min-block-size:0;scrollbar-width:thin}.board{border-inline-end:1px solid var(--line);padding:0 0 20px 20px;min-inline-size:250px}.board table{border-collapse:separate;border-spacing:0}.board th{font-weight:500;text-align:start}.board thead th{position:sticky;inset-block-start:0;z-index:2;background:var(--paper);color:var(--soft);font-size:12px;vertical-align:bottom;padding:12px 3px 8px}.board thead .cell span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;max-block-size:190px;overflow:hidden;text-overflow:ellipsis}.board .name{position:sticky;inset-inline-start:0;z-index:1;background:var(--paper);padding:0 14px 0 0;max-inline-size:300px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.board thead .name{z-index:3;padding:12px 14px 8px 0}.board .suite th{padding:14px 0 3px;font-weight:650;position:sticky;inset-inline-start:0}.board tbody{content-visibility:auto}.board td{padding:2px}.board td .tile{cursor:pointer}.board td .tile:hover{filter:brightness(.93);box-shadow:0 0 0 2px var(--line)}.board td .tile[aria-current]{outline:2px solid var(--ink);outline-offset:1px}.board td .tile:disabled{opacity:.15;cursor:default}.time{text-align:end;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}.board .time{padding-inline:10px 14px;font-size:12.5px}.reading{background:var(--sheet);padding:18px 26px 40px}.reading:focus{outline:none}article{display:grid;gap:16px;max-inline-size:1180px;grid-template-columns:minmax(0,1fr)}article>section{display:grid;gap:8px;grid-template-columns:minmax(0,1fr)}h3{font-size:12px;font-weight:650;color:var(--soft);text-transform:uppercase;letter-spacing:.06em;margin-block-start:6px}.calm{font-size:17px;color:var(--pass);padding-block:8px}.card{border:1px solid var(--line);border-inline-start:4px solid var(--kind);border-radius:8px;padding:12px 16px;display:grid;gap:7px;grid-template-columns:minmax(0,1fr)}.card h4{display:flex;gap:10px;align-items:baseline;font-size:15.5px;font-weight:650}.card .title{font-weight:650;overflow-wrap:anywhere}.card .title:hover{text-decoration:underline;text-underline-offset:3px}.card p{overflow-wrap:anywhere}.source{background:var(--mark);border-radius:4px;padding:2px 7px;font-weight:600}.frames{padding:8px 12px;background:var(--wash);border-radius:6px;overflow-x:auto;margin:0}.siblings{display:flex;flex-wrap:wrap;gap:4px 14px}.place{display:inline-flex;gap:7px;align-items:center;padding:1px 4px 1px 0;border-radius:5px;font-size:13px;color:var(--soft)}.place:hover{color:var(--ink);text-decoration:underline;text-underline-offset:3px}.place .tile{inline-size:18px;block-size:18px;font-size:10.5px}.place[aria-current]{color:var(--ink);font-weight:600}.scroll{overflow-x:auto}.list{border-collapse:collapse;inline-size:100%}.list :is(th,td){text-align:start;padding:5px 14px 5px 0;border-block-end:1px solid var(--line);vertical-align:baseline;font-weight:400}.list thead th{color:var(--soft);font-size:12px}.list tbody th{font-weight:550;white-space:nowrap}.list .time{text-align:end}.points caption{text-align:start;padding-block-end:6px}.points :is(code,.place){white-space:nowrap}.longest .gauge{inline-size:34%;padding-inline-end:0}.bar{display:block;block-size:8px;border-radius:4px;background:var(--soft);opacity:.35;min-inline-size:2px}.heading{display:grid;gap:6px}.back{justify-self:start;display:none;margin-block-end:6px}.where{display:flex;gap:12px;align-items:center}h2{font-size:21px;line-height:1.25;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}.finding{padding:2px 0 2px 14px;border-inline-start:3px solid var(--line);display:grid;gap:5px}.finding[data-first=true]{border-inline-start-color:var(--crash)}.finding .title{font-size:16px;font-weight:600;overflow-wrap:anywhere}.finding .soft{display:flex;flex-wrap:wrap;gap:12px;align-items:baseline}.finding .source{color:var(--ink);font-size:14px}.cause{white-space:pre-line}.reason{display:grid;gap:6px}pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.said{font-family:inherit;font-size:15.5px}.description{white-space:pre-wrap;overflow-wrap:anywhere}.again{display:flex;gap:10px;align-items:start;background:var(--wash);border-radius:8px;padding:8px 8px 8px 14px}.again code{flex:1;overflow-wrap:anywhere;padding-block:2px}.again code:before{content:"$ ";color:var(--soft);-webkit-user-select:none;user-select:none}.bars{display:flex;gap:2px;block-size:24px}.bars span{flex-basis:0;min-inline-size:3px;border-radius:4px;background:var(--skip-wash);color:var(--soft);overflow:hidden;padding-inline:6px;font-size:12px;line-height:24px}.bars i{font-style:normal;white-space:nowrap}.bars [data-state=good]{background:var(--pass-wash);color:var(--pass)}.bars [data-state=bad]{background:var(--fail);color:var(--on-colour)}.timeline table{border-collapse:collapse;margin-block-start:6px}.timeline :is(th,td){text-align:start;font-weight:400;padding:2px 18px 2px 0;vertical-align:baseline}.timeline .time{text-align:end}.timeline [data-state=bad] td:nth-child(3){color:var(--fail);font-weight:600}.lines.moments{padding-block:0 6px}.log figcaption .legend{flex-basis:100%}.moments table{border-collapse:collapse;inline-size:100%}.moments :is(th,td){text-align:start;font-weight:400;padding:0 14px 0 0;vertical-align:baseline}.moments th{position:sticky;inset-block-start:0;background:var(--sheet);color:var(--soft);font-size:11.5px;padding-block:5px 3px}.moments .at{text-align:end;color:var(--soft);padding-inline-start:14px;font-variant-numeric:tabular-nums;inline-size:1%;white-space:nowrap}.moments .who{color:var(--soft);inline-size:1%;white-space:nowrap}.moments .text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}.moments tr{border-inline-start:3px solid transparent}.moments [data-tone=fault]{background:var(--xfail-wash);border-inline-start-color:var(--xfail)}.moments [data-tone=crash]{background:var(--mark);border-inline-start-color:var(--mark-edge)}.moments [data-tone=crash] .text{font-weight:700}.log figcaption .chips{flex-basis:100%}.log .chip{padding:1px 10px;font:12px / 1.6 var(--mono)}.devices{display:grid;gap:10px}.device{border:1px solid var(--line);border-inline-start:3px solid var(--line);border-radius:8px;padding:10px 14px;display:grid;gap:7px;grid-template-columns:minmax(0,1fr)}.device[data-crashed=true]{border-inline-start-color:var(--error)}.device h4{display:flex;gap:10px;align-items:baseline;font-size:14px}.device h4 .soft{font-weight:400}.faults{list-style:none;padding:0;display:grid;gap:5px}.faults li{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline;overflow-wrap:anywhere}.faults .siblings{flex-basis:100%;padding-inline-start:4px}.faults [data-fired=true] .badge{background:var(--pass-wash);color:var(--pass)}.faults [data-fired=false] .badge{background:var(--xfail-wash);color:var(--xfail)}.models{display:grid;gap:8px}.model{border:1px solid var(--line);border-radius:8px;padding:8px 14px}.model summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}.model summary:before{content:"\u25B8";color:var(--soft)}.model[open] summary:before{content:"\u25BE"}.model[open] summary{margin-block-end:8px}.use{display:inline-block;border-radius:4px;padding:0 6px;margin-block:1px;background:var(--pass-wash);color:var(--pass);font:12px / 1.6 var(--mono)}.use[data-used=false]{background:var(--xfail-wash);color:var(--xfail);text-decoration:line-through}.registers{inline-size:auto;min-inline-size:50%}.registers th[scope=row]{font-family:var(--mono);font-size:12.5px}.registers [data-used=false] th{color:var(--xfail)}.never{margin-inline-start:4px;font:12px/1.5 system-ui,sans-serif;font-style:italic}.line-choices{display:flex;flex-wrap:wrap;gap:4px 8px;margin-block-end:8px}.line-choices [aria-pressed=true]{background:var(--wash);color:var(--ink)}.source-lines{border-collapse:collapse;font:12px / 1.5 var(--mono)}.source-lines th,.source-lines td{padding:0 8px;text-align:start;vertical-align:baseline;white-space:nowrap}.source-lines th{color:var(--soft);font-weight:400;text-align:end}.source-lines .count{color:var(--soft);font-size:11px;text-align:end}.source-lines .count button{padding:0 4px;font:inherit}.source-lines code{white-space:pre}.source-lines [data-state=ran] .code{background:var(--pass-wash)}.source-lines [data-state=faults] .code{background:var(--mark);box-shadow:inset 3px 0 var(--mark-edge)}.source-lines [data-state=never] .code{box-shadow:inset 3px 0 var(--fail)}.source-lines [data-state=never] .count{color:var(--fail)}.source-lines[data-show=faults] [data-state]:not([data-state=faults]),.source-lines[data-show=never] [data-state]:not([data-state=never]){display:none}.line-tests td{padding-block:4px;white-space:normal}.interrupts{margin-block-start:8px}.files{padding-inline-start:18px}.report{background:var(--wash);border-radius:8px;padding:10px 14px}.log{border:1px solid var(--line);border-radius:8px;overflow:hidden;margin-block-end:10px}.log figcaption{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;padding:7px 14px;background:var(--wash);border-block-end:1px solid var(--line)}.log .path{overflow-wrap:anywhere}.lines{max-block-size:62vh;overflow:auto;font:12.5px / 1.55 var(--mono);padding-block:6px;position:relative;scrollbar-width:thin}.lines:focus-visible{outline-offset:-2px}.line{display:grid;grid-template-columns:5.5em minmax(0,1fr);border-inline-start:3px solid transparent}.line .number{color:var(--soft);text-align:end;padding-inline-end:1.2em;text-decoration:none;-webkit-user-select:none;user-select:none;opacity:.75}.line .number:hover{opacity:1;text-decoration:underline}.line .text{white-space:pre-wrap;overflow-wrap:anywhere;padding-inline-end:12px;unicode-bidi:isolate}.line.marked{background:var(--mark);border-inline-start-color:var(--mark-edge)}.line.head .text{font-weight:700}.line[aria-current]{box-shadow:inset 0 0 0 1px var(--focus)}.line[aria-current] .number{color:var(--focus);opacity:1;font-weight:700}.gap{color:var(--soft);font-family:system-ui,sans-serif;font-size:12px;padding:5px 14px;margin-block:3px;background:var(--wash)}.keys{display:flex;gap:6px;align-items:center;padding:5px 20px;border-block-start:1px solid var(--line);color:var(--soft);font-size:12px}.keys span{margin-inline-end:12px}kbd{font:11.5px / 1.5 var(--mono);border:1px solid var(--line);border-block-end-width:2px;border-radius:4px;padding:0 5px;background:var(--sheet)}@media(max-width:860px){body{display:block;block-size:auto}.panes{display:flex;flex-direction:column-reverse}.board{border-inline-end:0;padding-inline-start:16px;overflow-x:auto}.board .name{max-inline-size:46vw}.top,.tools{padding-inline:16px}body[data-reading=test] .top{padding-block-end:12px;border-block-end:1px solid var(--line)}.tools input{inline-size:100%}.facts{white-space:normal}.top h1{font-size:18px}.top .part{font-size:14px}body[data-reading=test] :is(.facts,.top .part,.proportions){display:none}.timeline td:nth-child(3){overflow-wrap:anywhere}.reading{padding-inline:16px;border-block-end:1px solid var(--line)}.keys{display:none}body[data-reading=test] :is(.tools,.board){display:none}.back{display:inline-block}.line{grid-template-columns:4em minmax(0,1fr)}}@media print{:root,:root:not([data-theme]){color-scheme:light}body,.panes{display:block;block-size:auto;background:none}.tools,.keys,.theme,.back,.copy{display:none!important}.board,.reading,.lines,.moments{overflow:visible;max-block-size:none;max-inline-size:none;padding-inline:0;border:0;background:none}body[data-reading=test] .board{display:none}.tile,.badge,.marked,.bars span,.proportions span,.lamp,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}.board tbody{content-visibility:visible}.board thead th,.board .name{position:static;background:none}.card,.line,tr{break-inside:avoid}h3{break-after:avoid}}@media(prefers-reduced-motion:no-preference){.quiet,.chip,.tile{transition:border-color .12s,filter .12s}}\n';

// src/report/html/render-html.ts
function htmlPieces(results, sources2) {
  return selfContainedPage({
    title: results.exitStatus === 0 ? "As expected" : "Not as expected",
    style: page_default,
    script: main_default,
    data: pageContents(results, sources2),
    withoutScripts: "See summary.md beside this file instead."
  });
}

// src/report/junit/junit-case-text.ts
function renderElement({ name: name3, attributes = {}, text: text3, children = [] }) {
  const opened = `${name3}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join("")}`;
  if (text3 !== void 0) return `<${opened}>${escapeXml(text3)}</${name3}>`;
  if (children.length === 0) return `<${opened}/>`;
  return `<${opened}>
${children.join("\n")}
</${name3}>`;
}
function escapeXml(text3) {
  return plainText(text3).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeAttribute(text3) {
  return escapeXml(text3).replaceAll('"', "&quot;").replaceAll("	", "&#9;").replaceAll("\n", "&#10;");
}
var { totalChars, noteChars } = bounds.junit;
var reportLimit = { lines: 200, columns: 400 };
var subtestLimit = 100;
var reasonLimit2 = 2e3;
var shortReason = 100;
var findingLimit = 50;
var noteLimit = 100;
var faultLimit = 50;
var againLimit = 4e3;
var stackLimit2 = { lines: 40, columns: 400 };
function createCaseText({ cells, tests }) {
  const boots = new Map(cells.map((cell) => [cell.id, cell]));
  let left = totalChars - tests.length * 100;
  const within = (text3, short3) => {
    left -= text3.length;
    return left > 0 ? text3 : short3;
  };
  const failure = (test, text3) => within(left > 0 ? text3() : "", `${cutLine(reason(test), shortReason)}
${leftOut2}`);
  const evidence = (test) => evidenceLines(test, boots.get(test.cell));
  return {
    properties: (test) => {
      const found = propertiesOf(test);
      left -= found.reduce((sum, { name: name3, value }) => sum + name3.length + value.length + propertyChars, 0);
      return left > 0 ? found : [];
    },
    reason: (test) => within(reason(test), cutLine(reason(test), shortReason)),
    note: (test) => within(noteText(test), noteText(test) === "" ? "" : leftOut2),
    failure: (test) => failure(test, () => [...summaryLines(test), ...evidence(test)].join("\n")),
    summary: (test) => failure(test, () => summaryLines(test).join("\n")),
    evidence: (test) => within(left > 0 ? evidence(test).join("\n").trim() : leftOut2, leftOut2)
  };
}
var leftOut2 = "The rest was left out to keep this file small. results.json has all of it.";
var propertyChars = 40;
function propertiesOf({ tags = [], parameters = {} }) {
  return [
    ...tags.map((tag) => ({ name: "tag", value: tag })),
    ...Object.entries(parameters).slice(0, bounds.each.columns).map(([name3, value]) => ({ name: `parameter.${name3}`, value: cutLine(value, bounds.each.valueChars) }))
  ];
}
function noteText(test) {
  const lines = [
    ...expectedFailure(test),
    ...deviceWarnings(test).slice(0, faultLimit).map(deviceLine),
    ...notesOf(test)
  ].join("\n");
  return lines.length > noteChars ? `${lines.slice(0, noteChars)}
${leftOut2}` : lines;
}
function notesOf({ notes }) {
  const shown4 = notes.slice(0, noteLimit).map((note) => cutLine(note, reasonLimit2));
  return notes.length > noteLimit ? [...shown4, `and ${notes.length - noteLimit} more notes`] : shown4;
}
function reason(test) {
  return cutLine(plainText((unexpectedPass(test) ?? test.reason).slice(0, 4 * reasonLimit2)), reasonLimit2);
}
function expectedFailure({ outcome, ok, expected, reason: why }) {
  if (!ok || outcome === "pass") return [];
  return [
    `An expected failure (${expected}): ${outcome}. ` + cutLine(plainText(why.slice(0, 4 * reasonLimit2)), reasonLimit2)
  ];
}
function summaryLines(test) {
  const devices = deviceWords(test.devices ?? []).slice(0, faultLimit).map(deviceLine);
  return [
    reason(test),
    ...failedSubtests(test),
    ...devices,
    ...whereToLook(test),
    ...notesOf(test).map((note) => `note: ${note}`)
  ];
}
function evidenceLines(test, cell) {
  const boot = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings : [];
  const reports = [...test.findings, ...boot].slice(0, findingLimit).map(
    ({ title, source, report }) => [
      "",
      cutLine(title, reasonLimit2),
      ...source === void 0 ? [] : [cutLine(`at ${source.file}:${source.line}`, reasonLimit2)],
      plainText(cutText(report, reportLimit))
    ].join("\n")
  );
  const { devices = [] } = test;
  const stacks = devices.slice(0, faultLimit).flatMap(
    ({ id, crash }) => crash === void 0 || crash.stack === "" ? [] : ["", `the stack of the model ${id}:`, plainText(cutText(crash.stack, stackLimit2))]
  );
  return [...reports, ...stacks];
}
function deviceLine({ about, text: text3 }) {
  return cutLine(plainLine(`${about}: ${text3}`.slice(0, 4 * reasonLimit2)), reasonLimit2);
}
function failedSubtests({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  const shown4 = failed.slice(0, subtestLimit).map(
    ({ name: name3, status, reason: why }) => cutLine(`not ok: ${name3} (${status})${why === void 0 ? "" : `: ${why}`}`, reasonLimit2)
  );
  return failed.length > subtestLimit ? [...shown4, `and ${failed.length - subtestLimit} more subtests that are not ok`] : shown4;
}
function whereToLook(test) {
  const line2 = test.findings[0]?.line;
  const timeline = test.timeline === void 0 ? [] : [`timeline: ${test.timeline}`];
  return [
    ...test.console === void 0 ? [] : [`console: ${test.console}${line2 === void 0 ? "" : `:${line2}`}`],
    ...test.buildLog === void 0 ? [] : [`output of the build: ${test.buildLog}`],
    ...timeline,
    `again: ${test.reproduce}`
  ].map((one) => cutLine(one, againLimit));
}

// src/report/junit/junit.ts
var { nameChars, missing: maxMissing2 } = bounds.junit;
var maxProperty = 2e3;
function renderJunit(results, options = { caseNames: "test" }) {
  const caseText = createCaseText(results);
  const suites = results.cells.map((cell) => testSuite(results, cell, { options, caseText }));
  const missing = results.merged?.missing ?? [];
  const counts = countsOf(results.tests);
  const attributes = {
    name: "qemu-driver-test",
    ...counts,
    tests: counts.tests + missingCases(missing),
    errors: counts.errors + missingCases(missing),
    time: formatSeconds(results.durationMs)
  };
  if (missing.length > 0) suites.push(missingSuite(missing, results));
  const root = renderElement({ name: "testsuites", attributes, children: suites });
  return `<?xml version="1.0" encoding="UTF-8"?>
${root}
`;
}
function missingSuite(missing, { startedAt }) {
  const told = [
    ...missing.slice(0, maxMissing2),
    ...missing.length > maxMissing2 ? [`${missing.length - maxMissing2} more, all in results.json`] : []
  ];
  const attributes = {
    name: "missing",
    tests: told.length,
    failures: 0,
    errors: told.length,
    skipped: 0,
    time: formatSeconds(0),
    timestamp: startedAt.slice(0, 19)
  };
  const cases = told.map((what) => {
    const error = renderElement({ name: "error", attributes: { type: "missing", message: shown3(what) } });
    return renderElement({
      name: "testcase",
      attributes: { classname: "missing", name: shown3(what), time: formatSeconds(0) },
      children: [error]
    });
  });
  return renderElement({ name: "testsuite", attributes, children: cases });
}
function missingCases({ length }) {
  return Math.min(length, maxMissing2 + 1);
}
function shown3(text3) {
  return cutLine(plainLine(text3), nameChars);
}
function testSuite(results, cell, rendering) {
  const tests = results.tests.filter((test) => test.cell === cell.id);
  return renderElement({
    name: "testsuite",
    attributes: {
      name: shown3(cell.id),
      ...countsOf(tests),
      skipped: tests.filter((test) => kindOf(test) === "skipped").length,
      time: formatSeconds(tests.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: results.startedAt.slice(0, 19)
    },
    children: [properties(results, cell), ...tests.map((test) => testCase(test, rendering))]
  });
}
function countsOf(tests) {
  const count = (kind) => tests.filter((test) => kindOf(test) === kind).length;
  return { tests: tests.length, failures: count("failure"), errors: count("error") };
}
function kindOf({ ok, outcome }) {
  if (ok) return outcome === "skip" ? "skipped" : "passed";
  return outcome === "error" ? "error" : "failure";
}
function properties({ host, tool }, { kernel, machine, qemu, arch }) {
  const values = {
    kernel: kernel.spec,
    "kernel.release": releaseWords(kernel),
    machine: machine.name,
    "machine.args": machine.args.join(" "),
    arch,
    qemu: qemu.version,
    accelerator: host.accelerator,
    "qemu-driver-test": tool.version
  };
  return propertiesElement(Object.entries(values).map(([name3, value]) => ({ name: name3, value })));
}
function propertiesElement(all) {
  const children = all.map(
    ({ name: name3, value }) => renderElement({ name: "property", attributes: { name: name3, value: cutLine(value, maxProperty) } })
  );
  return renderElement({ name: "properties", children });
}
function testCase(test, { options, caseText }) {
  const slash = test.id.indexOf("/");
  const name3 = test.id.slice(slash + 1);
  const attributes = {
    classname: shown3(test.id.slice(0, Math.max(0, slash))),
    name: shown3(options.caseNames === "test" ? name3 : `${name3} [${test.cell}]`),
    time: formatSeconds(test.durationMs)
  };
  const own = caseText.properties(test);
  const children = [
    ...own.length === 0 ? [] : [propertiesElement(own)],
    ...verdictElements(test, { options, caseText })
  ];
  return renderElement({ name: "testcase", attributes, children });
}
function verdictElements(test, { options, caseText }) {
  const kind = kindOf(test);
  const words = options.attachment === void 0 ? asItIs : defused;
  switch (kind) {
    case "passed": {
      const text3 = words(caseText.note(test));
      return text3 === "" ? [] : [renderElement({ name: "system-out", text: text3 })];
    }
    case "skipped":
      return [renderElement({ name: "skipped", text: words(caseText.reason(test)) })];
    case "failure":
    case "error": {
      const attributes = {
        type: test.outcome === "pass" ? "unexpected-pass" : test.outcome,
        message: words(plainLine(caseText.reason(test)))
      };
      if (options.attachment === void 0)
        return [renderElement({ name: kind, attributes, text: caseText.failure(test) })];
      return [
        renderElement({ name: kind, attributes, text: words(caseText.summary(test)) }),
        ...gitlabOutput(options.attachment(test), words(caseText.evidence(test)))
      ];
    }
  }
}
function gitlabOutput(attachment, evidence) {
  const marked = attachment === void 0 ? [] : [`[[ATTACHMENT|${attachment}]]`];
  const text3 = [...marked, ...evidence === "" ? [] : [evidence]].join("\n");
  return text3 === "" ? [] : [renderElement({ name: "system-out", text: text3 })];
}
function asItIs(text3) {
  return text3;
}
function defused(text3) {
  return defuseGitlabMarkup(plainText(text3));
}

// src/report/text/markdown.ts
function codeSpan(text3) {
  const line2 = plainLine(text3).replaceAll("|", "\xA6");
  if (line2 === "") return "(empty)";
  const fence = "`".repeat(longestRun2(line2) + 1);
  const space = line2.startsWith("`") || line2.endsWith("`") ? " " : "";
  return `${fence}${space}${line2}${space}${fence}`;
}
function codeBlock(text3, language) {
  const plain = plainText(text3).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun2(plain) + 1));
  return `${fence}${language}
${plain}
${fence}`;
}
function markdownTable(header, rows) {
  const line2 = (cells) => `| ${cells.join(" | ")} |`;
  return [line2(header), line2(header.map(() => "---")), ...rows.map(line2)].join("\n");
}
function longestRun2(text3) {
  let longest = 0;
  for (const [run] of text3.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

// src/report/summary/summary-failure.ts
var maxColumns2 = 200;
function foldedTimeline({ finding }, text3) {
  const { until, before, mark } = describeTimeline(parseTimeline(text3).entries, finding);
  if (before.length === 0) return void 0;
  const shown4 = before.slice(-shownMoments);
  const words = [...shown4.map(momentWords), ...mark === void 0 ? [] : [markWords(mark)]];
  const timeWidth = Math.max(...words.map(({ at }) => at.length));
  const whoWidth = Math.max(...words.map(({ who }) => who.length));
  const lines = words.map(
    ({ at, who, text: said2 }) => cutLine(`${at.padStart(timeWidth)}  ${who.padEnd(whoWidth)}  ${said2}`, maxColumns2)
  );
  const count = shown4.length < before.length ? `the last ${shown4.length} of ${before.length} moments` : "all moments";
  const summary = `<summary>Before the ${until}: ${count}, in milliseconds since the launch</summary>`;
  return [`<details>${summary}`, codeBlock(lines.join("\n"), "text"), "</details>"].join("\n\n");
}
var evidenceLimit = { lines: 45, columns: 240 };
var consoleLimit = { lines: 60, columns: 240 };
var lineLimit = 500;
var reproduceLimit = 4e3;
var maxListed = 12;
function renderFailure(failure, number2, folded = []) {
  const { test, finding } = failure;
  const evidence = [...isLong(test.reason) ? [test.reason] : [], ...finding === void 0 ? [] : [finding.report]];
  const blocks = [...evidence.map((text3) => codeBlock(cutText(text3, evidenceLimit), "text")), ...modelStacks(test)];
  const again = codeBlock(cutLine(plainText(test.reproduce), reproduceLimit), "sh");
  return [headingOf(failure, number2), facts(failure).join("\n"), ...blocks, ...folded, "Again:", again].join("\n\n");
}
function foldedConsole(tail) {
  return [
    "<details><summary>Last lines of the console</summary>",
    codeBlock(cutText(tail, consoleLimit), "text"),
    "</details>"
  ].join("\n\n");
}
function briefFailure(failure, number2) {
  return [headingOf(failure, number2), ...logFacts(failure)].join("\n\n");
}
function headingOf({ test, finding }, number2) {
  return `### ${number2}. ${span(finding?.title ?? test.id)} ` + (finding === void 0 ? notOkWords[test.outcome] : `(${test.outcome})`);
}
function facts(failure) {
  const { test, tests, finding } = failure;
  const parameters = parameterWords(test);
  return [
    ...whereSeen(tests),
    ...parameters === void 0 ? [] : [`- parameters: ${span(parameters)}`],
    ...finding?.source === void 0 ? [] : [`- source: ${span(`${finding.source.file}:${finding.source.line}`)}`],
    `- reason: ${span(unexpectedPass(test) ?? firstLine(test.reason))}`,
    ...failedSubtests2(test),
    `- took: ${phases(test)}`,
    ...logFacts(failure),
    ...stageLog(test),
    ...otherFindings(test),
    ...deviceFacts(test),
    ...test.timeline === void 0 ? [] : [`- timeline: ${span(test.timeline)}`],
    ...postMortem(test),
    ...test.notes.slice(0, maxListed).map((note) => `- note: ${span(note)}`)
  ];
}
function logFacts({ finding, console, build }) {
  return [
    ...console === void 0 ? [] : [`- console: ${span(`${console}${finding === void 0 ? "" : `:${finding.line}`}`)}`],
    ...build === void 0 ? [] : [`- output of the build: ${span(build.log)}`]
  ];
}
function modelStacks({ devices = [] }) {
  return devices.slice(0, maxListed).flatMap(
    ({ id, crash }) => crash === void 0 || crash.stack === "" ? [] : [`Where the model of ${span(id)} crashed:`, codeBlock(cutText(crash.stack, evidenceLimit), "text")]
  );
}
function deviceFacts({ devices = [] }) {
  const lines = deviceWords(devices).map(({ about, text: text3 }) => `- ${about}: ${span(text3)}`);
  return lines.length > maxListed ? [...lines.slice(0, maxListed), `- and ${lines.length - maxListed} more faults, in \`results.json\``] : lines;
}
function isLong(reason2) {
  return reason2.trimEnd().includes("\n");
}
function firstLine(reason2) {
  return reason2.trimStart().split("\n", 1)[0] ?? "";
}
function whereSeen(tests) {
  const cellsById = /* @__PURE__ */ new Map();
  for (const { id, cell } of tests) cellsById.set(id, [...cellsById.get(id) ?? [], cell]);
  const lines = [...cellsById].slice(0, maxListed).map(([id, cells]) => `- ${span(id)} in ${listed(cells)}`);
  return cellsById.size > maxListed ? [...lines, `- and ${cellsById.size - maxListed} more tests`] : lines;
}
function failedSubtests2({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  if (failed.length === 0) return [];
  return [`- subtests not ok, ${failed.length} of ${subtests.length}: ${listed(failed.map(({ name: name3 }) => name3))}`];
}
function phases({ start, startMs, stages, durationMs }) {
  const parts = [
    ...startMs === null ? [] : [`${start === "clone" ? "clone" : "boot"} ${formatDuration(startMs)}`],
    ...stages.map(
      (stage) => `${stage.name} ${formatDuration(stage.durationMs)}${stage.exitStatus === null ? " (did not end)" : ""}`
    )
  ];
  return `${parts.length === 0 ? "" : `${parts.join(", ")}; `}${formatDuration(durationMs)} in all`;
}
function stageLog({ stages }) {
  const stage = stages.find(({ exitStatus }) => exitStatus !== 0);
  return stage === void 0 ? [] : [`- output of ${stage.name}: ${span(stage.log)}`];
}
function postMortem({ postMortem: postMortem2 }) {
  if (postMortem2 === void 0) return [];
  const places = postMortem2.whereabouts.slice(0, maxListed).map((place) => `- stood: ${span(place)}`);
  return [...places, ...postMortem2.files.length === 0 ? [] : [`- post-mortem: ${listed(postMortem2.files)}`]];
}
function otherFindings({ findings }) {
  return findings.slice(1, maxListed).map(({ title, line: line2 }) => `- also: ${span(title)}, line ${line2} of the console`);
}
function listed(names) {
  const shown4 = names.slice(0, maxListed).map((name3) => span(name3));
  return names.length > maxListed ? `${shown4.join(", ")} and ${names.length - maxListed} more` : shown4.join(", ");
}
function span(text3) {
  return codeSpan(cutLine(plainLine(text3), lineLimit));
}

// src/report/summary/summary-coverage.ts
var maxFiles3 = 100;
var maxReasons2 = 20;
var nameLength4 = 200;
function renderCoverage({ coverage }) {
  if (coverage === void 0) return "";
  const { files, notMeasured } = coverage;
  const more = files.length - maxFiles3;
  const reasons = notMeasured.slice(0, maxReasons2).map(({ cell, suite, reason: reason2 }) => `- ${span2(suite)} (${span2(cell)}) was not measured: ${span2(reason2)}`);
  const rest = notMeasured.length - maxReasons2;
  return [
    "## Coverage",
    ...files.length === 0 ? [] : [
      `${coverageWords(coverage)} ran.`,
      markdownTable(
        ["file", "lines", "ran", "only by faults", ""],
        files.slice(0, maxFiles3).map((file) => [
          span2(file.file),
          String(file.lines),
          String(file.reached),
          String(file.onlyByFaults),
          percentOf(file)
        ])
      )
    ],
    ...more > 0 ? [`\u2026and ${more} more files, in \`results.json\`.`] : [],
    ...reasons.length === 0 ? [] : [[...reasons, ...rest > 0 ? [`- and ${rest} more, in \`results.json\``] : []].join("\n")]
  ].join("\n\n");
}
function span2(text3) {
  return codeSpan(cutLine(plainLine(text3), nameLength4));
}

// src/results/sweep-result.ts
var handledOutcomes = ["absorbed", "reported", "missed"];
function pointsOf(tests) {
  return tests.flatMap(({ id, point }) => {
    if (point === void 0) return [];
    const { of: _of, device: _device, ...rest } = point;
    return [{ ...rest, test: id }];
  });
}
function failedTeardown({ stages }) {
  return stages.find(({ name: name3, exitStatus }) => name3.endsWith("teardown") && exitStatus !== 0);
}
function countPoints(points) {
  const count = (outcome) => points.filter((point) => point.outcome === outcome).length;
  return {
    absorbed: count("absorbed"),
    reported: count("reported"),
    silent: count("silent"),
    leaked: count("leaked"),
    crashed: count("crashed"),
    hung: count("hung"),
    missed: count("missed"),
    unjudged: count("unjudged")
  };
}

// src/report/text/sweep-words.ts
function countedWords({ counted, places, swept }) {
  if (places === void 0)
    return swept === counted ? amountOf(counted, "access", "accesses") : `${swept} of ${counted} accesses`;
  const calls = `${amountOf(counted, "call", "calls")} from ${amountOf(places, "place", "places")}`;
  return swept === places ? calls : `${calls}, ${amountOf(swept, "point", "points")}`;
}
function outcomeCounts(points) {
  return pointOutcomes.map((outcome) => [outcome, points.filter((point) => point.outcome === outcome).length]).filter(([, count]) => count > 0).map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
function errorPathWords({ lines, reached }) {
  const share3 = lines === 0 ? "" : ` (${Math.floor(100 * reached / lines)} %)`;
  return `${reached} of ${amountOf(lines, "line", "lines")} behind calls ran${share3}`;
}
function amountOf(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

// src/report/summary/summary-sweep.ts
var maxPoints = 40;
var maxFiles4 = 40;
var maxText3 = 300;
function renderSweepSummary({ faults, points, errorPaths }) {
  return [
    "## Sweep",
    markdownTable(
      ["fault", "counted", "points"],
      faults.map((fault) => [
        span3(fault.text),
        countedWords(fault),
        outcomeCounts(points.filter((point) => point.fault === fault.text))
      ])
    ),
    unhandled(points),
    ...errorPaths === void 0 ? [] : [errorPathBlock(errorPaths)]
  ].filter((part) => part !== "").join("\n\n");
}
function unhandled(points) {
  const groups = groupPoints(points.filter(({ outcome }) => !handledOutcomes.includes(outcome)));
  if (groups.length === 0) return "";
  const rows = groups.slice(0, maxPoints).map((group) => [
    span3(`${group.fault} ${numbersOf(group.points)}`),
    span3(group.points[0] === void 0 ? "" : accessWords(group.points[0])),
    group.outcome,
    span3(group.why)
  ]);
  const more = groups.length - rows.length;
  const table = markdownTable(["point", "access or call", "driver", "evidence"], rows);
  return more > 0 ? `${table}

\u2026and ${more} more, in \`sweep.json\`.` : table;
}
function errorPathBlock(errorPaths) {
  const left = errorPaths.files.filter(({ unreached }) => unreached !== "");
  return [
    `Error paths: ${errorPathWords(errorPaths)}.`,
    ...left.slice(0, maxFiles4).map(({ file, unreached }) => `- not reached: ${span3(`${file}:${unreached}`)}`),
    ...left.length > maxFiles4 ? [`- and ${left.length - maxFiles4} more files, in \`sweep.json\``] : []
  ].join("\n");
}
function span3(text3) {
  return codeSpan(cutLine(plainLine(text3), maxText3));
}

// src/report/summary/summary-hardware.ts
var maxModels2 = 30;
var maxFaults2 = 30;
var maxNames = 200;
var maxCells2 = 6;
var nameLength5 = 100;
var maxNameCharacters = 6e4;
var fewNames = 12;
function renderHardware({ hardware = [], tests }) {
  const unfired = unfiredFaults(tests);
  if (hardware.length === 0 && unfired.length === 0) return "";
  const models = hardware.slice(0, maxModels2).map((one) => ({ one, figures: coverageFigures(one.coverage) }));
  const names = models.flatMap(untouched);
  const fits = names.reduce((sum, { length }) => sum + length, 0) <= maxNameCharacters;
  const listed2 = fits ? names : ["The names of what was never touched do not fit here; `results.json` has them."];
  return [
    "## Hardware",
    ...hardware.length === 0 ? [] : [coverageTable(models), ...leftOut3(hardware), ...listed2],
    ...unfired.length === 0 ? [] : [faultList(unfired)]
  ].join("\n\n");
}
function coverageTable(models) {
  const exchanges = models.some(({ figures }) => figures.exchanges.all > 0) ? ["exchanges"] : [];
  const dma = models.some(({ figures }) => figures.dma !== void 0) ? ["DMA"] : [];
  return markdownTable(
    ["model", "suite", "registers", "fields", "interrupts", ...exchanges, ...dma, "machines"],
    models.map(({ one, figures }) => [
      name(one.model),
      name(one.suite),
      share2(figures.registers),
      share2(figures.fields),
      share2(figures.interrupts),
      ...exchanges.map(() => share2(figures.exchanges)),
      ...dma.map(() => figures.dma ?? "\u2013"),
      String(one.machines)
    ])
  );
}
function leftOut3(hardware) {
  return hardware.length > maxModels2 ? [`\u2026and ${hardware.length - maxModels2} more models, in \`results.json\`.`] : [];
}
function share2({ touched, all }) {
  return all === 0 ? "\u2013" : `${touched} of ${all}`;
}
function untouched({ one: { model }, figures }) {
  const { registers, fields, interrupts, exchanges, unmapped } = figures;
  const lost = unmapped === 0 ? [] : [`${name(model)}: ${unmapped} accesses to what the model does not have.`];
  const groups = [
    ...named("registers", registers.never),
    ...named("fields", fields.never),
    ...named("interrupts", interrupts.never),
    ...named("exchanges", exchanges.never)
  ];
  if (groups.length === 0) return lost;
  const never = [registers, fields, interrupts, exchanges].flatMap((part) => part.never);
  const count = never.length;
  if (count <= fewNames) return [...lost, `Never touched of ${name(model)}: ${groups.join("; ")}.`];
  return [
    ...lost,
    `<details><summary>Never touched of <code>${htmlText(model)}</code>: ${count} names</summary>`,
    groups.map((group) => `- ${group}`).join("\n"),
    "</details>"
  ];
}
function named(what, names) {
  if (names.length === 0) return [];
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
  return [`${what} ${names.slice(0, maxNames).map(name).join(", ")}${more}`];
}
function faultList(unfired) {
  const lines = unfired.slice(0, maxFaults2).map(({ test, device, fault, cells }) => {
    const more = cells.length > maxCells2 ? ` and ${cells.length - maxCells2} more` : "";
    return `- ${name(test)}: ${name(fault.text)} on ${name(device)} ${faultWords(fault)} (${cells.slice(0, maxCells2).map(name).join(", ")}${more})`;
  });
  const rest = unfired.length > maxFaults2 ? [`- and ${unfired.length - maxFaults2} more, in \`results.json\``] : [];
  return ["Faults that never fired, so their error paths were not tested:", "", ...lines, ...rest].join("\n");
}
function name(text3) {
  return codeSpan(cutLine(plainLine(text3), nameLength5));
}
function htmlText(text3) {
  return cutLine(plainLine(text3), nameLength5).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("@", "&#64;");
}

// src/results/totals.ts
function medianMs(tests) {
  const taken = tests.map(({ durationMs }) => durationMs).filter((durationMs) => durationMs > 0);
  return taken.toSorted((a, b) => a - b)[Math.floor((taken.length - 1) / 2)];
}
function countTotals(tests) {
  const count = (outcome) => tests.filter((test) => test.outcome === outcome).length;
  const ok = tests.filter((test) => test.ok).length;
  return {
    tests: tests.length,
    ok,
    notOk: tests.length - ok,
    pass: count("pass"),
    fail: count("fail"),
    skip: count("skip"),
    timeout: count("timeout"),
    hang: count("hang"),
    crash: count("crash"),
    error: count("error")
  };
}
function flakyReason(attempts) {
  const good = attempts.filter(({ ok }) => ok).length;
  const bad = attempts.findIndex(({ ok }) => !ok);
  const [count, shown4] = [`flaky: as expected in ${good} of ${attempts.length} runs`, attempts[bad]];
  return shown4 === void 0 ? `${count}, with different outcomes` : `${count}; run ${bad + 1}: ${shown4.reason}`;
}
function isInconclusive({ outcome, startMs, ending }) {
  if (outcome !== "error" || startMs !== null || ending.kind === "internal-error") return false;
  return !(ending.kind === "not-started" && ending.cause.kind !== "boot-failed");
}

// src/report/text/style.ts
function createStyle(color) {
  const paint = (on, off) => (text3) => color && text3 !== "" ? `\x1B[${on}m${text3}\x1B[${off}m` : text3;
  return { red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), bold: paint(1, 22), dim: paint(2, 22) };
}
function markOf({ outcome, ok }) {
  if (!ok) return "not-ok";
  if (outcome === "pass") return "passed";
  return outcome === "skip" ? "skipped" : "expected-failure";
}
var markSymbols = {
  passed: "\u2713",
  skipped: "-",
  "expected-failure": "x",
  "not-ok": "\u2717"
};
function markWord(test) {
  const mark = markOf(test);
  if (mark === "expected-failure") return "XFAIL";
  if (mark === "not-ok" && test.outcome === "pass") return "NOT OK";
  return test.outcome.toUpperCase();
}
function paintMark(mark, text3, style) {
  switch (mark) {
    case "passed":
      return style.green(text3);
    case "skipped":
      return style.dim(text3);
    case "expected-failure":
      return style.yellow(text3);
    case "not-ok":
      return style.red(text3);
  }
}
function countMarks(tests) {
  const notOk = tests.filter((test) => !test.ok).length;
  return notOk === 0 ? `${tests.length} ok` : `${tests.length - notOk} ok, ${notOk} not ok`;
}
function drawMarks(tests, columns) {
  const marks = tests.map(markOf);
  if (marks.length <= columns) return marks.map((mark) => ({ mark, text: markSymbols[mark] }));
  const kinds = ["passed", "not-ok", "expected-failure", "skipped"];
  return kinds.map((mark) => ({ mark, count: marks.filter((other) => other === mark).length })).filter(({ count }) => count > 0).map(({ mark, count }, index) => ({ mark, text: `${index === 0 ? "" : " "}${count}${markSymbols[mark]}` }));
}

// src/report/summary/summary-table.ts
var maxColumns3 = 16;
var maxRows = 300;
var maxCellName = 200;
function renderTable(results) {
  const { cells, tests } = results;
  const isNotRun = isNotRunIn(results);
  if (tests.length === 0) return "";
  const bad = tests.filter(({ ok }) => !ok);
  const [badCells, badTests] = [new Set(bad.map(({ cell }) => cell)), new Set(bad.map(({ id }) => id))];
  const columns = mostTelling(
    cells.map(({ id }) => id),
    (id) => badCells.has(id),
    maxColumns3
  );
  const ids = [...new Set(tests.map(({ id }) => id))];
  const rows = mostTelling(ids, (id) => badTests.has(id), maxRows);
  const byPlace = new Map(tests.map((test) => [placeOf2(test.id, test.cell), test]));
  const table = markdownTable(
    ["test", ...columns.map(name2)],
    rows.map((id) => [cellName(id), ...columns.map((cell) => renderPlace(byPlace.get(placeOf2(id, cell)), isNotRun))])
  );
  return [table, ...leftOut4(ids.length - rows.length, "test"), ...leftOut4(cells.length - columns.length, "cell")].join(
    "\n\n"
  );
}
function cellName(text3) {
  return codeSpan(cutLine(plainLine(text3), maxCellName));
}
function renderPlace(test, isNotRun) {
  if (test === void 0) return "";
  if (isNotRun(test)) return "\u274C not run";
  switch (markOf(test)) {
    case "passed":
      return "\u2713 pass";
    case "skipped":
      return "\u2013 skip";
    case "expected-failure":
      return `x ${test.outcome}, as expected`;
    case "not-ok":
      if (test.flaky === true) return "\u274C **flaky**";
      return test.outcome === "pass" || test.outcome === "skip" ? `\u274C **${test.outcome}, not expected**` : `\u274C **${test.outcome}**`;
  }
}
function mostTelling(ids, isNotOk, limit) {
  if (ids.length <= limit) return ids;
  const notOk = new Set(ids.filter(isNotOk).slice(0, limit));
  const others = new Set(ids.filter((id) => !notOk.has(id)).slice(0, limit - notOk.size));
  return ids.filter((id) => notOk.has(id) || others.has(id));
}
function leftOut4(count, noun) {
  return count > 0 ? [`\u2026and ${count} more ${count === 1 ? noun : `${noun}s`}, in \`results.json\`.`] : [];
}
function placeOf2(id, cell) {
  return JSON.stringify([id, cell]);
}
var maxCells3 = 50;
var slowest = 5;
var maxName = 300;
function renderTimings(results) {
  const { cells, host } = results;
  const table = markdownTable(
    ["cell", "kernel", "machine", "QEMU", "boot", "per test (median)"],
    cells.slice(0, maxCells3).map((cell) => cellRow(results, cell))
  );
  const speed = `${host.accelerator.toUpperCase()} on ${host.cpus} CPUs and ${host.memoryMiB} MiB: ` + name2(host.acceleratorReason);
  const more = cells.length > maxCells3 ? [`\u2026and ${cells.length - maxCells3} more cells.`] : [];
  return ["## Timings", table, ...more, speed, ...slowestTests(results)].join("\n\n");
}
function bootWords({ outcome, durationMs, bootedAt, imageReason }) {
  if (outcome === "not-needed") return "by the tests";
  const form = imageReason === void 0 ? "" : ", by its bzImage";
  return `${outcome}, ${bootedAt === void 0 ? formatDuration(durationMs) : "by an earlier run"}${form}`;
}
function cellRow({ tests }, { id, kernel, machine, qemu, boot }) {
  const median = medianMs(tests.filter((test) => test.cell === id));
  return [
    name2(id),
    name2(releaseWords(kernel)),
    name2(machine.args.join(" ")),
    name2(qemu.version),
    bootWords(boot),
    median === void 0 ? "" : formatDuration(median)
  ];
}
function name2(text3) {
  return codeSpan(cutLine(plainLine(text3.slice(0, 4 * maxName)), maxName));
}
function slowestTests({ tests }) {
  if (tests.length <= slowest) return [];
  const ordered = tests.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, slowest);
  const named2 = ordered.map(({ id, cell, durationMs }) => `${name2(id)} in ${name2(cell)} ${formatDuration(durationMs)}`);
  return [`Slowest: ${named2.join(", ")}.`];
}

// src/report/summary/summary.ts
var maxBytes5 = 9e5;
var maxFailures2 = 40;
var maxNotes3 = 30;
var maxNote2 = 400;
var maxKernels = 6;
var briefBytes = 3e3;
var noRoom = "The results do not fit in a summary. `results.json` and `report.html` have them.";
function renderSummary(results, extras = {}) {
  const { artifactUrl } = extras;
  const link = artifactUrl === void 0 ? [] : [`[Logs, artifacts and results of this run](${artifactUrl})`];
  const opening = [
    `${verdictSymbol(results)} **${verdictLine(results)}**`,
    ...renderMerge(results),
    ...renderInterruption(results),
    ...renderWarnings(results),
    renderTable(results),
    ...link
  ];
  const closing = [
    extras.sweep === void 0 ? "" : renderSweepSummary(extras.sweep),
    renderHardware(results),
    renderCoverage(results),
    renderTimings(results)
  ];
  const failures = renderFailures(results, maxBytes5 - sizeOf([...opening, ...closing]), extras);
  const parts = [...opening, ...failures, ...closing].filter((part) => part !== "");
  return `${(sizeOf(parts) <= maxBytes5 ? parts : [...opening.slice(0, 1), ...link, noRoom]).join("\n\n")}
`;
}
function renderMerge({ merged }) {
  const lines = [
    ...(merged?.missing ?? []).map((what) => `- \u274C missing: ${codeSpan(cutLine(plainLine(what), maxNote2))}`),
    ...(merged?.notes ?? []).map((note) => `- note: ${codeSpan(cutLine(plainLine(note), maxNote2))}`)
  ];
  const shown4 = lines.slice(0, maxNotes3);
  return lines.length === 0 ? [] : [
    [
      ...shown4,
      ...lines.length > shown4.length ? [`- and ${lines.length - shown4.length} more, in \`results.json\``] : []
    ].join("\n")
  ];
}
function renderInterruption(results) {
  const { names, more } = notRunNames(results, maxNotes3);
  const damage = damageWords(results, maxNotes3).map((what) => `- ${codeSpan(cutLine(what, maxNote2))}`);
  if (names.length + damage.length === 0) return [];
  const lines = [...damage, ...names.map((name3) => `- not run: ${codeSpan(cutLine(name3, maxNote2))}`)];
  return [[...lines, ...more > 0 ? [`- and ${more} more, in \`results.json\``] : []].join("\n")];
}
function renderWarnings({ cells }) {
  const groups = /* @__PURE__ */ new Map();
  for (const { kernel, builds = [] } of cells) {
    for (const build of builds.filter(({ warnings }) => warnings > 0)) {
      const key = JSON.stringify([build.suite, build.messages]);
      const group = groups.get(key) ?? { build, kernels: /* @__PURE__ */ new Set() };
      group.kernels.add(shortKernelSpec(kernel.spec));
      groups.set(key, group);
    }
  }
  const lines = [...groups.values()].map(({ build, kernels }) => `- \u26A0\uFE0F ${warningWords(build, [...kernels])}`);
  if (lines.length === 0) return [];
  const more = lines.length - maxNotes3;
  return [[...lines.slice(0, maxNotes3), ...more > 0 ? [`- and ${more} more, in \`results.json\``] : []].join("\n")];
}
function warningWords({ suite, warnings, messages, log }, kernels) {
  const first = messages.find(({ severity }) => severity === "warning");
  const words = first === void 0 ? "" : `${first.file === void 0 ? "" : `${first.file}:${first.line ?? 1}: `}${first.text}`;
  const span4 = (text3) => codeSpan(cutLine(plainLine(text3), maxNote2));
  const count = `${warnings} compiler ${warnings === 1 ? "warning" : "warnings"}`;
  const where = kernels.slice(0, maxKernels).map(span4).join(", ");
  return `${count} in ${span4(suite)} for ${where}: ${span4(words)} (${span4(log)})`;
}
function verdictSymbol({ exitStatus }) {
  return exitStatus === 0 ? "\u2705" : "\u274C";
}
function renderFailures(results, budgetBytes, extras) {
  const all = distinctFailures(results);
  if (all.length === 0) return [];
  const failures = all.length > maxFailures2 ? mostImportantFirst(all) : all;
  const shown4 = [];
  let left = budgetBytes;
  let cut = 0;
  for (const [index, failure] of failures.slice(0, maxFailures2).entries()) {
    const versions = versionsOf(failure, index + 1, extras);
    const fits = versions.findIndex(
      (version2) => sizeOf([version2]) <= left - briefBytes * (failures.length - index - 1)
    );
    const version = versions[fits];
    if (version === void 0) break;
    if (fits > 0) cut += 1;
    left -= sizeOf([version]);
    shown4.push(version);
  }
  const more = failures.length - shown4.length;
  return [
    "## Not as expected",
    ...shown4,
    ...cut > 0 ? [`${cut} of these ${cut === 1 ? "is" : "are"} shortened to fit.`] : [],
    ...more > 0 ? [`\u2026and ${more} more, in \`results.json\` and \`junit.xml\`.`] : []
  ];
}
function versionsOf(failure, number2, { consoleTail, readLog }) {
  const { console, test } = failure;
  const tail = console === void 0 ? void 0 : consoleTail?.(console);
  const timeline = test.timeline === void 0 ? void 0 : readLog?.(test.timeline);
  const folded = [
    ...timeline === void 0 ? [] : [foldedTimeline(failure, timeline)],
    ...tail === void 0 ? [] : [foldedConsole(tail)]
  ].filter((part) => part !== void 0);
  return [
    ...folded.length === 0 ? [] : [renderFailure(failure, number2, folded)],
    renderFailure(failure, number2),
    briefFailure(failure, number2)
  ];
}
function sizeOf(parts) {
  const encoder = new TextEncoder();
  return parts.reduce((sum, part) => sum + encoder.encode(part).length + 2, 0);
}

// src/results/json.ts
function* jsonPieces(results) {
  let separator = "{\n";
  for (const [key, value] of Object.entries(results)) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    if (key === "tests") yield* listPieces2(results.tests);
    else yield indented(value, "  ");
    separator = ",\n";
  }
  yield "\n}\n";
}
function* listPieces2(values) {
  let separator = "[\n    ";
  for (const value of values) {
    yield separator + indented(value, "    ");
    separator = ",\n    ";
  }
  yield values.length === 0 ? "[]" : "\n  ]";
}
function indented(value, by) {
  return JSON.stringify(value, void 0, 2).replaceAll("\n", `
${by}`);
}

// src/app/results-directory.ts
import { join } from "node:path";

// src/results/coverage/sum-coverage.ts
var CoverageSum = class {
  #files = /* @__PURE__ */ new Map();
  #notMeasured = /* @__PURE__ */ new Map();
  /** The lines of the modules of one build. Kernels differ in which lines have code. */
  addCoverable({ file, coverable, source }) {
    const sum = this.#files.get(file) ?? emptySum();
    this.#files.set(file, sum);
    for (const line2 of linesIn(coverable)) sum.coverable.add(line2);
    sum.source ??= source;
  }
  addNotMeasured(one) {
    this.#notMeasured.set(JSON.stringify([one.cell, one.suite]), one);
  }
  /** What ran in one machine. A line that no build has is ignored. */
  addReached(files, hasFaults) {
    for (const { file, lines } of files) {
      const sum = this.#files.get(file);
      if (sum === void 0) continue;
      const reached = hasFaults ? sum.withFaults : sum.plain;
      for (const line2 of linesIn(lines)) if (sum.coverable.has(line2)) reached.add(line2);
    }
  }
  /** The coverage of other results. */
  add({ files, notMeasured }) {
    for (const one of files) {
      this.addCoverable(one);
      this.addReached([{ file: one.file, lines: one.ran }], false);
      this.addReached([{ file: one.file, lines: one.ranOnlyByFaults }], true);
    }
    for (const one of notMeasured) this.addNotMeasured(one);
  }
  /** Undefined: nothing was to be measured. */
  result() {
    if (this.#files.size + this.#notMeasured.size === 0) return void 0;
    const files = [...this.#files].toSorted(([a], [b]) => a < b ? -1 : 1).map(([file, sum]) => describe(file, sum));
    const total = (key) => files.reduce((sum, one) => sum + one[key], 0);
    return {
      lines: total("lines"),
      reached: total("reached"),
      onlyByFaults: total("onlyByFaults"),
      files,
      notMeasured: [...this.#notMeasured.values()]
    };
  }
};
function emptySum() {
  return { coverable: /* @__PURE__ */ new Set(), plain: /* @__PURE__ */ new Set(), withFaults: /* @__PURE__ */ new Set(), source: void 0 };
}
function describe(file, { coverable, plain, withFaults, source }) {
  const onlyByFaults = [...withFaults].filter((line2) => !plain.has(line2));
  return {
    file,
    coverable: formatLines(coverable),
    ...source === void 0 ? {} : { source },
    lines: coverable.size,
    reached: plain.size + onlyByFaults.length,
    onlyByFaults: onlyByFaults.length,
    ran: formatLines(plain),
    ranOnlyByFaults: formatLines(onlyByFaults)
  };
}
function mergeCoverage(parts) {
  const sum = new CoverageSum();
  for (const part of parts) sum.add(part);
  return sum.result();
}
function hasFiredFaults(devices) {
  return devices.some(({ faults }) => faults.some(({ fired }) => fired > 0));
}

// src/record/lazy-test.ts
var lightKeys = [
  "id",
  "cell",
  "description",
  "outcome",
  "ok",
  "expected",
  "start",
  "startMs",
  "durationMs",
  "reproduce",
  "shell",
  "flaky",
  "point"
];
var isLight = new Set(lightKeys);
var sources = /* @__PURE__ */ new WeakMap();
var getters = /* @__PURE__ */ new Map();
function lazyTest(whole, source) {
  const test = {};
  for (const [key, value] of Object.entries(whole)) {
    if (isLight.has(key)) Object.defineProperty(test, key, { enumerable: true, configurable: true, value });
    else Object.defineProperty(test, key, { enumerable: true, get: getterOf(key) });
  }
  sources.set(test, source);
  return test;
}
function getterOf(key) {
  const known = getters.get(key);
  if (known !== void 0) return known;
  const getter = function() {
    const source = sources.get(this);
    if (source === void 0) throw new Error(`Internal error: ${key} of a test without a record`);
    return key === "attempts" ? source.loadAttempts() : source.load()[key];
  };
  getters.set(key, getter);
  return getter;
}

// src/record/test-result.ts
function published({ kind, title, fingerprint, line: line2, source, report }) {
  return { kind, title, fingerprint, line: line2, ...source === void 0 ? {} : { source }, report };
}
function testResult(planned, { record, startReason, verdict }) {
  const { id, cell, description, tags, parameters, reproduce, shell, point } = planned;
  return {
    id,
    cell,
    description,
    ...tags === void 0 ? {} : { tags },
    ...parameters === void 0 ? {} : { parameters },
    outcome: verdict.outcome,
    ok: verdict.ok,
    expected: verdict.expected,
    reason: verdict.reason,
    start: record.start,
    startReason,
    startMs: rounded(record.startMs),
    durationMs: Math.round(record.durationMs),
    stages: record.stages.map(stageResult),
    findings: verdict.findings,
    subtests: verdict.subtests,
    artifacts: record.artifacts,
    ...consoleOf(record),
    ...record.buildLogPath === void 0 ? {} : { buildLog: record.buildLogPath },
    ...record.postMortem === void 0 ? {} : { postMortem: { files: record.postMortem.files, whereabouts: verdict.whereabouts } },
    notes: [...record.notes, ...verdict.notes],
    ...record.timelinePath === void 0 ? {} : { timeline: record.timelinePath },
    ...record.coverage?.kind === "read" ? { coverage: record.coverage.files } : {},
    ...record.devices.length === 0 ? {} : { devices: record.devices.map(deviceResult) },
    reproduce,
    shell,
    ...point === void 0 || verdict.point === void 0 ? {} : { point: { ...point, ...verdict.point } }
  };
}
function attemptResult({ record, verdict }) {
  return {
    outcome: verdict.outcome,
    ok: verdict.ok,
    reason: verdict.reason,
    startMs: rounded(record.startMs),
    durationMs: Math.round(record.durationMs),
    ...consoleOf(record)
  };
}
function notRunResult(planned, { done, repeat, bail }) {
  const cause = bail === void 0 ? "the run was interrupted" : `after ${bail} ${bail === 1 ? "failure" : "failures"}, --bail started no more tests`;
  const runs = `${done} of ${repeat} runs, which were as expected`;
  const { point } = planned;
  const partly = bail === void 0 ? `interrupted after ${runs}` : `ended after ${runs}: ${cause}`;
  const reason2 = done === 0 ? `not run: ${cause}` : partly;
  const unknown = unknownResult(planned, { reason: reason2, startReason: "it was not started" });
  return point === void 0 ? unknown : { ...unknown, point: { ...point, outcome: "unjudged", why: reason2 } };
}
function unknownResult({
  id,
  cell,
  description,
  tags,
  parameters,
  expected,
  reproduce,
  shell
}, { reason: reason2, startReason }) {
  return {
    id,
    cell,
    description,
    ...tags === void 0 ? {} : { tags },
    ...parameters === void 0 ? {} : { parameters },
    outcome: "error",
    ok: false,
    expected,
    reason: reason2,
    start: "cold",
    startReason,
    startMs: null,
    durationMs: 0,
    stages: [],
    findings: [],
    subtests: [],
    artifacts: [],
    notes: [],
    reproduce,
    shell
  };
}
function consoleOf({ consolePath }) {
  return consolePath === void 0 ? {} : { console: consolePath };
}
function rounded(milliseconds) {
  return milliseconds === void 0 ? null : Math.round(milliseconds);
}
function stageResult({ name: name3, exitStatus, durationMs, log }) {
  return { name: name3, exitStatus: exitStatus ?? null, durationMs: Math.round(durationMs), log };
}
function deviceResult({ id, model, faults, crash }) {
  return { id, model, faults, ...crash === void 0 ? {} : { crash } };
}

// src/record/recorded-test.ts
var RecordedTest = class {
  planned;
  #repeat;
  #attempts = [];
  /** When its last machine was gone, in milliseconds since 1970. */
  #endedMs = 0;
  /** The attempt that is shown, with its light fields. */
  #shown;
  constructor(planned, repeat) {
    this.planned = planned;
    this.#repeat = repeat;
  }
  add(entry, load) {
    const { attempt: attempt2, record, verdict } = entry;
    const { outcome, ok } = verdict;
    const startMs = record.startMs ?? null;
    const hasRun = startMs !== null && record.ending.kind !== "cancelled";
    this.#attempts.push({
      attempt: attempt2,
      outcome,
      ok,
      isInconclusive: isInconclusive({ outcome, ok, startMs, ending: record.ending }),
      ranMs: hasRun ? record.durationMs : void 0,
      load
    });
    this.#endedMs = Math.max(this.#endedMs, record.startedAt.getTime() + record.durationMs);
    if (this.#isShownBefore(attempt2, ok)) this.#shown = { attempt: attempt2, ok, light: this.#lighten(entry, load) };
  }
  /** Ordered by number. */
  get attempts() {
    return this.#attempts.toSorted((a, b) => a.attempt - b.attempt);
  }
  get endedMs() {
    return this.#endedMs;
  }
  get isComplete() {
    return this.#attempts.length >= this.#repeat;
  }
  get isOk() {
    return this.isComplete && this.#attempts.every(({ ok }) => ok);
  }
  /** Without attempts nothing is known. */
  get isInconclusive() {
    const shown4 = this.#shown?.attempt;
    return this.#attempts.find(({ attempt: attempt2 }) => attempt2 === shown4)?.isInconclusive ?? true;
  }
  /** It has no result of its own: no attempt at all, or too few of those that were as expected. */
  get isNotRun() {
    return this.#shown === void 0 || this.#shown.ok && !this.isComplete;
  }
  /** The test for `results.json`. `bail`: the number of failures after which no tests were started. */
  result(bail) {
    const shown4 = this.#shown;
    if (shown4 === void 0 || this.isNotRun)
      return notRunResult(this.planned, { done: this.#attempts.length, repeat: this.#repeat, bail });
    return shown4.light;
  }
  /** Whether an attempt is shown instead of the current one: the first that was not as expected, or else the first. */
  #isShownBefore(attempt2, ok) {
    const shown4 = this.#shown;
    if (shown4 === void 0) return true;
    return shown4.ok === ok ? attempt2 < shown4.attempt : !ok;
  }
  #lighten(entry, load) {
    const { planned } = this;
    const whole = testResult(planned, entry);
    return this.#repeat === 1 ? lazyTest(whole, { load: cached(() => testResult(planned, load())), loadAttempts: () => [] }) : this.#lightenRepeated(whole, load);
  }
  /** Whether it is flaky is known only after all attempts, so these fields are computed on access. */
  #lightenRepeated(whole, load) {
    const isFlaky = () => new Set(this.#attempts.map(({ outcome, ok }) => `${outcome} ${ok}`)).size > 1;
    const reproduce = () => isFlaky() ? `${whole.reproduce} --repeat ${this.#repeat}` : whole.reproduce;
    const all = () => this.attempts.map((attempt2) => attemptResult(attempt2.load()));
    const loaded = cached(() => {
      const shown4 = testResult(this.planned, load());
      return isFlaky() ? { ...shown4, reason: flakyReason(this.attempts.map(reasonLater)) } : shown4;
    });
    const light = lazyTest({ ...whole, attempts: [], flaky: false }, { load: loaded, loadAttempts: all });
    return Object.defineProperties(light, {
      flaky: { enumerable: true, get: isFlaky },
      reproduce: { enumerable: true, get: reproduce }
    });
  }
};
function reasonLater({ ok, load }) {
  return {
    ok,
    get reason() {
      return load().verdict.reason;
    }
  };
}
var recent = [];
var maxRecent = 4;
function cached(load) {
  return () => {
    const known = recent.find(({ by }) => by === load);
    if (known !== void 0) return known.test;
    const test = load();
    if (recent.push({ by: load, test }) > maxRecent) recent.shift();
    return test;
  };
}

// src/record/replay.ts
function replayRecord(place) {
  const entries = readRecord(place);
  const first = entries.next();
  const header = headerOf(first.done === true ? void 0 : first.value, place.name);
  const run = new RunReplay(header);
  for (const recorded of entries) run.take(recorded);
  return { header, results: run.results(), hasEnded: run.hasEnded, tests: run.tests };
}
function headerOf(line2, name3) {
  if (line2?.kind === "damaged") throw new RecordDamaged(line2.problem);
  if (line2?.entry.entry !== "run")
    throw new RecordDamaged(`${name3}: expected a record that begins with its run, found none`);
  const contradiction = contradictionIn(line2.entry);
  if (contradiction !== void 0) throw new RecordDamaged(`${name3}: ${contradiction}`);
  return line2.entry;
}
var RunReplay = class {
  #header;
  #tests;
  #boots = /* @__PURE__ */ new Map();
  #notes = /* @__PURE__ */ new Map();
  #hardware = [];
  #coverage = new CoverageSum();
  #damage = [];
  #end;
  constructor(header) {
    this.#header = header;
    this.#tests = header.tests.map((planned) => new RecordedTest(planned, header.repeat));
  }
  get tests() {
    return this.#tests;
  }
  get hasEnded() {
    return this.#end !== void 0;
  }
  /** Whether all attempts are known, or known not to have been made. */
  get #isWhole() {
    if (!this.hasEnded || this.#damage.length > 0) return false;
    return this.#end?.bail !== void 0 || this.tests.every(({ isComplete }) => isComplete);
  }
  /** A damaged line loses only its own content. */
  take(line2) {
    if (line2.kind === "damaged") {
      this.#damage.push(line2.problem);
      return;
    }
    const { entry, load } = line2;
    switch (entry.entry) {
      case "run":
        this.#damage.push("the record has a second header");
        return;
      case "boot":
        this.#boots.set(entry.cell, entry);
        return;
      case "template-lost":
        this.#notes.set(entry.cell, [...this.#notes.get(entry.cell) ?? [], entry.note]);
        return;
      case "coverable":
        this.#takeCoverable(entry);
        return;
      case "tests":
        this.#takeTests(entry);
        return;
      case "attempt":
        this.#takeAttempt(entry, () => asAttempt(load()));
        return;
      case "end":
        this.#end = entry;
    }
  }
  #takeTests({ tests }) {
    const { cells, repeat } = this.#header;
    const all = [...this.#tests.map(({ planned }) => planned), ...tests];
    const contradiction = all.length > bounds.results.tests ? `it has ${all.length} tests` : contradictionIn({ cells, tests: all });
    if (contradiction === void 0) this.#tests.push(...tests.map((planned) => new RecordedTest(planned, repeat)));
    else this.#damage.push(`the record has more tests that cannot be: ${contradiction}`);
  }
  #takeAttempt(entry, load) {
    const test = this.tests[entry.test];
    if (test === void 0) {
      this.#damage.push(`the record has an attempt of test ${entry.test}, but only ${this.tests.length} tests`);
      return;
    }
    test.add(entry, load);
    const parts = entry.record.devices.flatMap(
      ({ model, coverage }) => coverage === void 0 ? [] : [{ suite: test.planned.suite, model, machines: 1, coverage }]
    );
    if (entry.record.coverage?.kind === "read")
      this.#coverage.addReached(entry.record.coverage.files, hasFiredFaults(entry.record.devices));
    if (parts.length > 0) this.#hardware = sumHardware([...this.#hardware, ...parts]) ?? [];
  }
  #takeCoverable({ cell, suite, files, reason: reason2 }) {
    for (const file of files) this.#coverage.addCoverable(file);
    if (reason2 !== void 0) this.#coverage.addNotMeasured({ cell, suite, reason: reason2 });
  }
  results() {
    const { tool, startedAt, host, shuffleSeed, shard, cells } = this.#header;
    const coverage = this.#coverage.result();
    const bail = this.#isWhole ? this.#end?.bail : void 0;
    const tests = this.tests.map((test) => test.result(bail?.failures));
    const notRun = this.tests.filter(({ isNotRun }) => isNotRun).map(({ planned: { id, cell } }) => ({ id, cell }));
    return {
      schema: "qemu-driver-test/results/1",
      tool,
      startedAt,
      durationMs: Math.round(
        this.#end?.durationMs ?? this.tests.reduce((last, { endedMs }) => Math.max(last, endedMs), Date.parse(startedAt)) - Date.parse(startedAt)
      ),
      ...shuffleSeed === void 0 ? {} : { shuffleSeed },
      exitStatus: this.#exitStatus(),
      host,
      cells: cells.map((cell) => this.#cellResult(cell)),
      tests,
      totals: countTotals(tests),
      ...this.#hardware.length === 0 ? {} : { hardware: this.#hardware },
      ...coverage === void 0 ? {} : { coverage },
      ...shard === void 0 ? {} : { shard },
      ...this.#isWhole ? {} : { interrupted: { notRun, damage: this.#damage } },
      ...bail === void 0 || notRun.length === 0 ? {} : { bail: { ...bail, notRun } }
    };
  }
  /** An interrupted run is never ok, and says nothing about the environment. */
  #exitStatus() {
    if (!this.#isWhole) return 1;
    if (this.tests.every((test) => test.isInconclusive)) return 69;
    return this.tests.every((test) => test.isOk) ? 0 : 1;
  }
  #cellResult(cell) {
    const notes = this.#notes.get(cell.id);
    const booted = this.#boots.get(cell.id);
    if (booted === void 0) return { ...cell, boot: { outcome: "not-needed", durationMs: 0, findings: [] } };
    const { entry: _entry, cell: _cell, ...boot } = booted;
    return {
      ...cell,
      boot: { ...boot, durationMs: Math.round(boot.durationMs), ...notes === void 0 ? {} : { notes } }
    };
  }
};
function asAttempt(entry) {
  if (entry.entry === "attempt") return entry;
  throw new RecordDamaged(`the record changed while it was read: expected an attempt, found ${entry.entry}`);
}

// src/report/coverage/cobertura.ts
import { posix } from "node:path";

// src/report/coverage/tests-by-line.ts
function testsByLine({ tests }) {
  const counts = /* @__PURE__ */ new Map();
  for (const { coverage = [] } of tests) {
    for (const { file, lines } of coverage) {
      const ofFile = counts.get(file) ?? /* @__PURE__ */ new Map();
      counts.set(file, ofFile);
      for (const line2 of linesIn(lines)) ofFile.set(line2, (ofFile.get(line2) ?? 0) + 1);
    }
  }
  return (file, line2) => counts.get(file)?.get(line2) ?? 0;
}

// src/report/coverage/cobertura.ts
function* coberturaPieces(results, coverage) {
  const counts = testsByLine(results);
  const directories = new Set(coverage.files.map(({ file }) => posix.dirname(file)));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n';
  yield `<coverage line-rate="${rate(coverage)}" branch-rate="0" lines-covered="${coverage.reached}" `;
  yield `lines-valid="${coverage.lines}" branches-covered="0" branches-valid="0" complexity="0" `;
  yield `version="qemu-driver-test ${attribute(results.tool.version)}" timestamp="${Date.parse(results.startedAt)}">
`;
  yield "<sources><source>.</source></sources>\n<packages>\n";
  for (const directory of directories) {
    const files = coverage.files.filter(({ file }) => posix.dirname(file) === directory);
    yield `<package name="${attribute(directory)}" ${rates(sumOf2(files))}><classes>
`;
    for (const file of files) yield classOf(file, counts);
    yield "</classes></package>\n";
  }
  yield "</packages>\n</coverage>\n";
}
function classOf(one, counts) {
  const reached = /* @__PURE__ */ new Set([...linesIn(one.ran), ...linesIn(one.ranOnlyByFaults)]);
  const hits = (line2) => reached.has(line2) ? Math.max(1, counts(one.file, line2)) : 0;
  const lines = linesIn(one.coverable).map((line2) => `<line number="${line2}" hits="${hits(line2)}" branch="false"/>
`);
  const name3 = attribute(posix.basename(one.file));
  return `<class name="${name3}" filename="${attribute(one.file)}" ${rates(one)}><methods/><lines>
${lines.join("")}</lines></class>
`;
}
function sumOf2(files) {
  return files.reduce((sum, { lines, reached }) => ({ lines: sum.lines + lines, reached: sum.reached + reached }), {
    lines: 0,
    reached: 0
  });
}
function rates(figures) {
  return `line-rate="${rate(figures)}" branch-rate="0" complexity="0"`;
}
function rate({ lines, reached }) {
  return lines === 0 ? "1" : String(Math.floor(reached / lines * 1e4) / 1e4);
}
function attribute(text3) {
  return plainLine(text3).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// src/report/coverage/lcov.ts
function* lcovPieces(results, { files }) {
  const counts = testsByLine(results);
  yield "TN:\n";
  for (const one of files.filter(({ file }) => !/[\r\n]/.test(file))) {
    const reached = /* @__PURE__ */ new Set([...linesIn(one.ran), ...linesIn(one.ranOnlyByFaults)]);
    const countOf = (line2) => reached.has(line2) ? Math.max(1, counts(one.file, line2)) : 0;
    const lines = linesIn(one.coverable).map((line2) => `DA:${line2},${countOf(line2)}
`);
    yield `SF:${one.file}
${lines.join("")}LF:${one.lines}
LH:${one.reached}
end_of_record
`;
  }
}

// src/app/render-safely.ts
function renderSafely(results, { render, use, onUnrendered }) {
  try {
    return use(render(results));
  } catch (error) {
    if (isSystemError(error)) throw error;
    const broken = failsWith(render, results, []) === void 0 ? brokenTests(render, results) : /* @__PURE__ */ new Map();
    if (broken.size === 0) throw error;
    for (const [test, cause] of broken) onUnrendered({ test, error: cause });
    const tests = results.tests.map((test) => broken.has(test) ? standIn(test, broken.get(test)) : test);
    return use(render({ ...results, tests }));
  }
}
function brokenTests(render, results) {
  return new Map(
    results.tests.flatMap((test) => {
      const failure = failsWith(render, results, [test]);
      return failure === void 0 ? [] : [[test, failure.error]];
    })
  );
}
function failsWith(render, results, tests) {
  try {
    const pieces = render({ ...results, tests })[Symbol.iterator]();
    while (pieces.next().done !== true) ;
    return void 0;
  } catch (error) {
    return { error };
  }
}
function standIn(test, error) {
  const what = error instanceof Error ? error.message : String(error);
  return unknownResult(test, {
    reason: `Internal error: this result could not be shown: ${what.slice(0, 500)}`,
    startReason: "it could not be shown"
  });
}

// src/app/results-directory.ts
async function withResultsDirectory(directory, signal, work) {
  const inUse = () => {
    throw new RunRefused(
      `${directory} is in use: another run writes its results there. Wait for it, or choose another directory with --out.`
    );
  };
  const prepareAndWork = async () => {
    refuseIf(prepareResultsDirectory(directory));
    return await work();
  };
  refuseIf(claim(directory));
  return await withLockOrElse(join(directory, resultsMark), signal, prepareAndWork, inUse);
}
function refuseIf(refusal) {
  if (refusal !== void 0) throw new RunRefused(refusal);
}
function claim(directory) {
  return attempt(directory, () => refuseForeign(directory) ?? leaveMark(directory));
}
function prepareResultsDirectory(directory) {
  return attempt(directory, () => refuseForeign(directory) ?? emptyOurs(directory));
}
function attempt(directory, work) {
  try {
    return work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${directory} cannot be used (${error.message}): choose another with --out.`;
  }
}
function refuseForeign(directory) {
  const kind = kindOfFile(directory);
  if (kind === "nothing") return void 0;
  if (kind !== "directory") return `${directory} is not a directory: choose another with --out.`;
  const names = listDirectory(directory);
  return names.length === 0 || names.includes(resultsMark) ? void 0 : `${directory} holds files that are not results: empty it, or choose another directory with --out.`;
}
function emptyOurs(directory) {
  leaveMark(directory);
  for (const name3 of [recordName, "results.json", ...listDirectory(directory)])
    if (name3 !== resultsMark) removeTree(join(directory, name3));
}
function restoreMark(directory) {
  return problemsOf(resultsMark, () => leaveMark(directory));
}
function problemsOf(name3, write) {
  try {
    write();
    return [];
  } catch (error) {
    return [`${name3} could not be written: ${isSystemError(error) ? error.message : ourWords(error)}`];
  }
}
function leaveMark(directory) {
  writeFileAt(
    join(directory, resultsMark),
    "Results of qemu-driver-test. The next run with the same --out replaces them.\n"
  );
}
function writeResults(directory, results) {
  const readLog = logReader(directory);
  const reports = {
    "results.json": jsonPieces,
    "junit.xml": (all) => [renderJunit(all)],
    "summary.md": (all) => [renderSummary(all, { readLog })],
    "report.html": (all) => htmlPieces(all, { readLog, filesAt: "" }),
    ...coverageReports(results)
  };
  return Object.entries(reports).flatMap(([name3, render]) => {
    const problems = [];
    const onUnrendered = ({ test, error }) => void problems.push(`${name3} cannot show ${test.id} in ${test.cell}: ${ourWords(error)}`);
    const use = (pieces) => writeWhole(join(directory, name3), pieces);
    return [...problemsOf(name3, () => renderSafely(results, { render, use, onUnrendered })), ...problems];
  });
}
function coverageReports({ coverage }) {
  if (coverage === void 0 || coverage.files.length === 0) return {};
  return {
    "coverage/lcov.info": (all) => lcovPieces(all, coverage),
    "coverage/cobertura.xml": (all) => coberturaPieces(all, coverage)
  };
}
function ourWords(error) {
  return `Internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}
function writeSweep(directory, sweep, results) {
  writeWhole(join(directory, "sweep.json"), [`${JSON.stringify(sweep, void 0, 2)}
`]);
  writeWhole(join(directory, "summary.md"), [renderSummary(results, { readLog: logReader(directory), sweep })]);
}
function writeBisect(directory, bisect, log) {
  writeWhole(join(directory, "bisect.json"), [`${JSON.stringify(bisect, void 0, 2)}
`]);
  writeWhole(join(directory, "bisect.log"), [log]);
}
function logReader(directory) {
  return (path) => readTextInside(directory, path, maxLogBytes);
}
function writeWhole(path, pieces) {
  const part = `${path}.part`;
  try {
    makeParent(path);
    writePieces(part, pieces);
    movePath(part, path);
  } catch (error) {
    removeTree(part);
    if (isSystemError(error)) error.message = `${path}: ${error.message}`;
    throw error;
  }
}
function reportRecord(place, listener) {
  const replay = replayRecord(place);
  const problems = [...restoreMark(place.directory), ...writeResults(place.directory, replay.results)];
  for (const message of problems) listener({ kind: "warning", message });
  const { exitStatus } = replay.results;
  return problems.length === 0 || exitStatus !== 0 ? replay : { ...replay, results: { ...replay.results, exitStatus: 1 } };
}

// src/engine/coverable.ts
import { join as join2 } from "node:path";
var coverageSources = "coverage/source";
function coverableEntries(supplies, outDirectory) {
  const sources2 = new SourceCopies(outDirectory);
  return [...supplies].flatMap(
    ([cell, { coverage }]) => [...coverage?.suites ?? []].map(([suite, own]) => {
      const entry = { entry: "coverable", cell: cell.id, suite: suite.name };
      if (own.kind === "none") return { ...entry, files: [], reason: own.reason };
      const files = own.files.map(({ file, lines }) => {
        const source = sources2.copy(own.root, file);
        return { file, coverable: lines, ...source === void 0 ? {} : { source } };
      });
      return { ...entry, files };
    })
  );
}
var SourceCopies = class {
  #directory;
  #known = /* @__PURE__ */ new Map();
  #leftBytes = bounds.coverage.sourcesBytes;
  constructor(directory) {
    this.#directory = directory;
  }
  /** The path of the copy in the results; undefined: there is none. */
  copy(root, file) {
    if (!this.#known.has(file)) this.#known.set(file, this.#copied(root, file));
    return this.#known.get(file);
  }
  #copied(root, file) {
    const from = join2(root, file);
    const to = join2(coverageSources, file);
    try {
      if (kindOfFile(from) !== "file") return void 0;
      const bytes = fileSize(from);
      if (bytes > bounds.coverage.sourceBytes || bytes > this.#leftBytes) return void 0;
      this.#leftBytes -= bytes;
      copyFileTo(from, join2(this.#directory, to));
      return to;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return void 0;
    }
  }
};

export {
  mergeCoverage,
  coverageFigures,
  sumHardware,
  medianMs,
  countTotals,
  published,
  replayRecord,
  coverageSources,
  coverableEntries,
  textWidth,
  fitWidth,
  padWidth,
  alignColumns,
  wrapWords,
  cutText,
  cutLine,
  hangingLines,
  coberturaPieces,
  releaseWords,
  cellLabels,
  isNotRunIn,
  notRunNames,
  damageWords,
  formatDuration,
  verdictLine,
  notOkWords,
  embeddedBytes,
  parseTimeline,
  withoutKernelPrefix,
  excerptReport,
  markWords,
  momentWords,
  shownMoments,
  describeTimeline,
  accessWords,
  pointNumber,
  groupPoints,
  numbersOf,
  distinctFailures,
  mostImportantFirst,
  unexpectedPass,
  parameterWords,
  faultWords,
  deviceWords,
  deviceWarnings,
  unfiredFaults,
  coverageWords,
  selfContainedPage,
  htmlPieces,
  renderJunit,
  codeSpan,
  markdownTable,
  handledOutcomes,
  pointsOf,
  failedTeardown,
  countPoints,
  countedWords,
  outcomeCounts,
  errorPathWords,
  createStyle,
  markOf,
  markWord,
  paintMark,
  countMarks,
  drawMarks,
  renderSummary,
  jsonPieces,
  renderSafely,
  withResultsDirectory,
  prepareResultsDirectory,
  writeResults,
  writeSweep,
  writeBisect,
  logReader,
  reportRecord
};
