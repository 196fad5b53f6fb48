import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  answerQuestions,
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-Y4FPGWM2.mjs";
import "./chunks/chunk-F7USHXZA.mjs";
import "./chunks/chunk-RPTY24U7.mjs";
import "./chunks/chunk-DKSBWKUE.mjs";
import "./chunks/chunk-SOJWF4Z4.mjs";
import "./chunks/chunk-CV4MAWGW.mjs";
import "./chunks/chunk-55UQDUV5.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-KLTUR2PH.mjs";
import "./chunks/chunk-3V3CBYNY.mjs";
import "./chunks/chunk-UE56YTIM.mjs";
import "./chunks/chunk-GRJFLVWM.mjs";
import "./chunks/chunk-IRPNDCYH.mjs";
import "./chunks/chunk-PNGENSD7.mjs";
import "./chunks/chunk-OY4GEF45.mjs";
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
