import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  answerQuestions,
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-OTLDLPN7.mjs";
import "./chunks/chunk-6Q5IN44C.mjs";
import "./chunks/chunk-Z5GGRIFT.mjs";
import "./chunks/chunk-R34E6Y4Y.mjs";
import "./chunks/chunk-43WI7UBL.mjs";
import "./chunks/chunk-ZZYZID6W.mjs";
import "./chunks/chunk-6XFKG6TB.mjs";
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
import "./chunks/chunk-Z52LW6BK.mjs";
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
