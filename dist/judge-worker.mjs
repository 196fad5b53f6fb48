import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-623U33G3.mjs";
import {
  answerQuestions
} from "./chunks/chunk-MYJT2ND3.mjs";
import "./chunks/chunk-PZVFUNXK.mjs";
import "./chunks/chunk-YNHOY77G.mjs";
import "./chunks/chunk-OGP3N2U2.mjs";
import "./chunks/chunk-VASZRKJR.mjs";
import "./chunks/chunk-ZKCTBXWF.mjs";
import "./chunks/chunk-3ET4NWOZ.mjs";
import "./chunks/chunk-6JISIKFC.mjs";
import "./chunks/chunk-24KEYR4D.mjs";
import "./chunks/chunk-4NERI4SW.mjs";
import "./chunks/chunk-XXQDUHEU.mjs";
import "./chunks/chunk-4K3JF4DD.mjs";
import "./chunks/chunk-CV4MAWGW.mjs";
import "./chunks/chunk-L2Z4XR4T.mjs";
import "./chunks/chunk-PNGENSD7.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-ECW3NRHC.mjs";
import "./chunks/chunk-4ZGFQWUM.mjs";
import "./chunks/chunk-STATPHJ4.mjs";
import "./chunks/chunk-R2N667XA.mjs";

// src/judge-worker.ts
answerQuestions((asked, { at }) => {
  const question = asked;
  switch (question.kind) {
    case "judge":
      return judgeHere({ ...question.job, rules: watchPatterns(question.job.rules, at) });
    case "find-bugs":
      return findBugsHere(question.boot);
  }
});
