import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  answerQuestions,
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-NWMHLFTA.mjs";
import "./chunks/chunk-ZNGPKFOR.mjs";
import "./chunks/chunk-Z5GGRIFT.mjs";
import "./chunks/chunk-GGT5GK5J.mjs";
import "./chunks/chunk-43WI7UBL.mjs";
import "./chunks/chunk-ZZYZID6W.mjs";
import "./chunks/chunk-763DWKWB.mjs";
import "./chunks/chunk-3V3CBYNY.mjs";
import "./chunks/chunk-IRPNDCYH.mjs";
import "./chunks/chunk-5NW2O3U6.mjs";
import "./chunks/chunk-4K3JF4DD.mjs";
import "./chunks/chunk-FVEPVBWF.mjs";
import "./chunks/chunk-CV4MAWGW.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-PNGENSD7.mjs";
import "./chunks/chunk-L2Z4XR4T.mjs";
import "./chunks/chunk-QTSMFX6Q.mjs";
import "./chunks/chunk-4ZGFQWUM.mjs";
import "./chunks/chunk-GBTCJQXP.mjs";
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
