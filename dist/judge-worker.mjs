import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  answerQuestions,
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-AGUDLKZO.mjs";
import "./chunks/chunk-EFSC4T5S.mjs";
import "./chunks/chunk-PZIESEAT.mjs";
import "./chunks/chunk-FTZM3PQV.mjs";
import "./chunks/chunk-SOJWF4Z4.mjs";
import "./chunks/chunk-CV4MAWGW.mjs";
import "./chunks/chunk-DZ5U262N.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-BUN7IQEI.mjs";
import "./chunks/chunk-UTU2GXSA.mjs";
import "./chunks/chunk-GRJFLVWM.mjs";
import "./chunks/chunk-IRPNDCYH.mjs";
import "./chunks/chunk-PNGENSD7.mjs";
import "./chunks/chunk-PC3WFA6B.mjs";
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
