import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  countMarks,
  createStyle,
  cutLine,
  cutText,
  defuseCommands,
  drawMarks,
  fitWidth,
  formatDuration,
  formatSeconds,
  markOf,
  maxLogBytes,
  padWidth,
  paintMark,
  plainLine,
  plainText,
  textWidth,
  wrapWords
} from "./chunk-AER7BH4E.mjs";
import {
  readTextFile
} from "./chunk-LLEU7AI5.mjs";
import {
  movePath,
  writeFileAt
} from "./chunk-5UOFJVQD.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";
import {
  listDirectory
} from "./chunk-VEV5XY66.mjs";
import {
  removeTree
} from "./chunk-EC7TNNSF.mjs";
import {
  kindOfFile
} from "./chunk-X5TN7JVF.mjs";

// src/report/html/render-html.ts
import { createHash } from "node:crypto";

// bundled-text:src/report/html/client/main.ts
var main_default = '"use strict";(()=>{var L=["crash","hang","timeout","fail","error","unexpected","flaky","xfail","skip","pass"],v={crash:"C",hang:"H",timeout:"T",fail:"F",error:"E",unexpected:"!",flaky:"~",xfail:"x",skip:"\u2013",pass:"\u2713"},g={crash:"crashed",hang:"hung",timeout:"timed out",fail:"failed",error:"not judged",unexpected:"passed, not ok",flaky:"flaky",xfail:"failed as expected",skip:"skipped",pass:"passed"};function m({outcome:e,ok:t,flaky:n}){return t?n===!0?"flaky":e==="pass"||e==="skip"?e:"xfail":e==="pass"||e==="skip"?"unexpected":e}var $={text:"",kinds:new Set,cell:void 0};function R(e,{text:t,kinds:n,cell:r}){let a=t.toLowerCase().split(/\\s+/).filter(s=>s!==""),i=s=>(r===void 0||s.cell===r)&&(n.size===0||n.has(m(s)))&&oe(s,a,e);return new Set(e.tests.flatMap((s,d)=>i(s)?[d]:[]))}function oe(e,t,{cells:n}){if(t.length===0)return!0;let{detail:r}=e,a=r?.findings.flatMap(({kind:d,title:c,source:l})=>[d,c,l===void 0?"":`${l.file}:${l.line}`])??[],i=r?.subtests.map(({name:d})=>d)??[],s=[e.id,e.outcome,n[e.cell]?.label,e.brief,r?.reason,r?.description,...a,...i].join(`\n`).toLowerCase();return t.every(d=>s.includes(d))}function D(e,{cells:t,tests:n}){if(e.kind==="overview")return"";let r=n[e.test];return r===void 0?"":(e.line===void 0?`${t[r.cell]?.id??""}/${r.id}`:`${e.line.path}:${e.line.number}`).split("/").map(i=>encodeURIComponent(i).replaceAll("%3A",":")).join("/")}function H(e,t){let n=se(e.replace(/^#/,"")),[,r=n,a]=/^(.*):(\\d+)$/s.exec(n)??[],i=ae(r,t);return i<0?{kind:"overview"}:{kind:"test",test:i,...a===void 0?{}:{line:{path:r,number:Number(a)}}}}function ae(e,{cells:t,tests:n}){let r=n.findIndex(({id:a,cell:i})=>{let s=`${t[i]?.id??""}/${a}`;return e===s||e.startsWith(`${s}/`)});return r>=0?r:n.findIndex(({detail:a})=>a?.findings.some(({console:i})=>i===e)===!0)}function se(e){try{return decodeURIComponent(e)}catch(t){if(!(t instanceof URIError))throw t;return e}}function C({cells:e,tests:t}){let n=new Map;for(let[r,{id:a,cell:i}]of t.entries()){let s=a.indexOf("/"),[d,c]=[a.slice(0,s),a.slice(s+1)],l=n.get(d)??new Map;n.set(d,l);let u=l.get(c)??e.map(()=>{});l.set(c,u),u[i]=r}return[...n].map(([r,a])=>({suite:r,rows:[...a].map(([i,s])=>({name:i,tests:s}))}))}function o(e,t={},...n){let r=document.createElement(e);for(let[a,i]of Object.entries(t))i!==void 0&&r.setAttribute(a,i);return r.append(...n.filter(a=>a!==void 0)),r}function y(e,t,...n){let r=o("button",{type:"button",...e},...n);return r.addEventListener("click",t),r}function p(e,...t){let n=t.filter(r=>r!==void 0);return n.length===0?void 0:o("section",{},o("h3",{},e),...n)}function P({cells:e},t){return e[t]?.label??""}function A(e){if(e<95)return`${Math.round(e)} ms`;if(e<9950)return`${(e/1e3).toFixed(1)} s`;let t=Math.round(e/1e3);if(t<60)return`${t} s`;if(t<3600)return`${Math.floor(t/60)} min ${O(t%60)} s`;let n=Math.round(t/60);return`${Math.floor(n/60)} h ${O(n%60)} min`}function O(e){return String(e).padStart(2,"0")}var E=["auto","light","dark"],K="qemu-driver-test-theme",ie={auto:"\u25D0",light:"\u2600",dark:"\u263E"};function B(){let e=le(),t=y({class:"quiet theme"},()=>{e=E[(E.indexOf(e)+1)%E.length]??"auto",de(e),n()}),n=()=>{e==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e,t.textContent=ie[e],t.setAttribute("aria-label",`Colours: ${e}`),t.title=`Colours: ${e}`};return n(),addEventListener("beforeprint",()=>document.documentElement.dataset.theme="light"),addEventListener("afterprint",n),t}function le(){try{return E.find(e=>e===localStorage.getItem(K))??"auto"}catch{return"auto"}}function de(e){try{localStorage.setItem(K,e)}catch{}}function I(e){let t=e.exitStatus===0,[,n=e.verdict,r=""]=/^(.*?as expected)(.*)$/.exec(e.verdict)??[];return o("header",{class:"top"},o("div",{class:"lamp","data-good":String(t),"aria-hidden":"true"},t?"\u2713":"\u2717"),o("div",{class:"answer"},o("h1",{},n,o("span",{class:"part"},r)),o("p",{class:"facts"},ce(e))),B(),ue(e))}function ce({version:e,startedAt:t,host:n,cells:r}){let a=t.replace("T"," ").replace(/(?:\\.\\d+)?Z$/," UTC"),i=`${r.length} ${r.length===1?"cell":"cells"}`;return[a,i,`${n.accelerator.toUpperCase()}: ${n.acceleratorReason}`,`${n.cpus} processors`,`qemu-driver-test ${e}`].join(" \xB7 ")}function ue({tests:e}){let t=L.map(r=>({kind:r,count:e.filter(a=>m(a)===r).length})).filter(({count:r})=>r>0),n=t.map(({kind:r,count:a})=>{let i=o("span",{"data-kind":r,title:`${a} ${g[r]}`});return i.style.flexGrow=String(a),i});return o("div",{class:"proportions",role:"img","aria-label":t.map(({kind:r,count:a})=>`${a} ${g[r]}`).join(", ")},...n)}function h(e){return e>0?A(e):"\u2013"}function j(e){let{data:t}=e,n=t.tests.map((c,l)=>fe(t,l)),r=C(t),a=r.map(({suite:c,rows:l})=>({head:pe(c,t),own:l,made:l.map(u=>ge(u,{page:e,tiles:n}))})),i=o("table",{},o("thead",{},me(t)),...a.map(({head:c,made:l})=>o("tbody",{},c,...l))),s=new Set(t.tests.keys()),d;return i.addEventListener("click",({target:c})=>{let l=c instanceof HTMLElement?c.dataset.test:void 0;l!==void 0&&e.open({kind:"test",test:Number(l)})}),i.addEventListener("keydown",c=>he(c)),{element:o("nav",{class:"board","aria-label":"Tests, by cell"},i),show:c=>{s=c;for(let[l,u]of n.entries())u.disabled=!c.has(l);for(let{head:l,own:u,made:f}of a){for(let[b,T]of u.entries())F(f[b],!T.tests.some(x=>x!==void 0&&c.has(x)));F(l,f.every(({hidden:b})=>b))}},mark:c=>{d?.removeAttribute("aria-current"),d=c===void 0?void 0:n[c],d?.setAttribute("aria-current","true"),d?.scrollIntoView({block:"nearest",inline:"nearest"})},inOrder:()=>r.flatMap(({rows:c})=>c.flatMap(l=>l.tests.filter(u=>u!==void 0&&s.has(u))))}}function fe(e,t){let n=e.tests[t];if(n===void 0)throw new Error(`Internal error: there is no test ${t}`);let r=m(n),a=`${n.id} on ${P(e,n.cell)}: ${g[r]}`;return o("button",{type:"button",class:"tile","data-kind":r,"data-test":String(t),"aria-label":a,title:`${a}${n.brief===""?"":`\n${n.brief}`}`},v[r])}function me({cells:e}){let t=e.map(({label:n})=>o("th",{scope:"col",class:"cell"},o("span",{},n)));return o("tr",{},o("th",{scope:"col",class:"name"},"test"),...t,o("th",{scope:"col",class:"time"},"longest"))}function pe(e,{cells:t}){return o("tr",{class:"suite"},o("th",{scope:"rowgroup",colspan:String(t.length+2)},e))}function ge({name:e,tests:t},{page:n,tiles:r}){let a=t.map(s=>o("td",{},s===void 0?void 0:r[s])),i=Math.max(0,...t.map(s=>s===void 0?0:n.data.tests[s]?.durationMs??0));return o("tr",{},o("th",{scope:"row",class:"name",title:e},e),...a,o("td",{class:"time"},h(i)))}function F(e,t){e!==void 0&&e.hidden!==t&&(e.hidden=t)}function he(e){let n={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]}[e.key],r=e.target instanceof Element?e.target.closest("td"):null;if(n===void 0||r===null)return;e.preventDefault();let a=be(r.closest("tr"),n[0]);(n[0]===0?n[1]<0?r.previousElementSibling:r.nextElementSibling:a?.cells[r.cellIndex])?.querySelector("button")?.focus()}function be(e,t){if(e===null||t===0)return;let n=[...e.closest("table")?.rows??[]].filter(({hidden:r,classList:a})=>!r&&!a.contains("suite"));return n[n.indexOf(e)+t]}function V({next:e,previous:t,openFirst:n,search:r,leave:a}){let i={j:e,k:t,"/":r};document.addEventListener("keydown",s=>{if(s.ctrlKey||s.metaKey||s.altKey)return;let d=s.target instanceof HTMLInputElement||s.target instanceof HTMLSelectElement,c=s.target instanceof HTMLInputElement;if(s.key==="Escape")a();else if(s.key==="Enter"&&(c||s.target===document.body))n();else if(!d&&Object.hasOwn(i,s.key))i[s.key]?.();else return;s.preventDefault()})}function N(e,t){let n=e.split("/");return n.some(a=>a===""||a==="."||a==="..")?void 0:[t===""?".":t.split("/").map(encodeURIComponent).join("/"),...n.map(encodeURIComponent)].join("/")}function ye(e){return e.replace(Te,"").replace(/\\r+\\n|\\r+/g,`\n`).replace(Pe,"\uFFFD").replace(we,xe)}function W(e){return ye(e).replace(/\\s+/g," ").trim()}var Te=/\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b[\\]PX^_][^\\x07\\x1b\\n]*(?:\\x07|\\x1b\\\\)|\\x1b[ -/]*[0-OQ-WYZ\\\\`-~]/g,Pe=new RegExp("\\\\p{Surrogate}","gu"),we=/[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff]/g;function xe(e){let t=e.charCodeAt(0);return t<256?`\\\\x${t.toString(16).padStart(2,"0")}`:`\\\\u${t.toString(16).padStart(4,"0")}`}function w(e,{data:t},{text:n=W(e),download:r=!1}={}){let a=N(e,t.filesAt);return a===void 0?o("span",{class:"path"},n):o("a",{class:"path",href:a,rel:"noopener noreferrer",target:"_blank",download:r?"":void 0},n)}function U({subtests:e}){if(e.length===0)return;let t=e.map(({name:n,status:r,reason:a})=>o("tr",{},o("td",{},o("span",{class:"badge","data-kind":ve(r)},r)),o("td",{},n),o("td",{class:"soft"},a??"")));return o("div",{class:"scroll"},o("table",{class:"list"},o("tbody",{},...t)))}function q({attempts:e},t){if(e.length<2)return;let n=e.map(({outcome:r,ok:a,reason:i,durationMs:s,console:d},c)=>o("tr",{},o("td",{class:"time"},String(c+1)),o("td",{},o("span",{class:"badge","data-kind":a?"pass":r},r)),o("td",{class:"time"},h(s)),o("td",{},i),o("td",{},d===void 0?void 0:w(d,t,{text:"console"}))));return o("div",{class:"scroll"},o("table",{class:"list"},o("tbody",{},...n)))}function S(e,t){if(e.length!==0)return o("ul",{class:"files"},...e.map(n=>o("li",{},w(n,t,{download:!0}))))}function k(e){return e.length===0?void 0:o("ul",{},...e.map(t=>o("li",{},t)))}function ve(e){return e==="todo"?"xfail":e}function M(e,{tests:t},{open:n,label:r,isCurrent:a=!1}){let i=t[e];if(i===void 0)throw new Error(`Internal error: there is no test ${e}`);let s=m(i);return y({class:"place","aria-label":`${i.id}, ${r}: ${g[s]}`,"aria-current":a?"true":void 0},()=>n({kind:"test",test:e}),o("span",{class:"tile","data-kind":s,"aria-hidden":"true"},v[s]),r)}var ke=12,Me=8;function _(e){let{data:t}=e;return o("article",{class:"overview"},p("Missing",...t.missing.map(n=>o("p",{class:"card","data-kind":"error"},n))),p("Not as expected",...t.failures.map(n=>Le(n,e))),t.exitStatus===0?o("p",{class:"calm"},"Every test is as expected."):t.tests.length===0?o("p",{},"No test was run."):void 0,p("Cells",Ee(t)),p("Longest tests",$e(e)),p("Notes",k(t.notes)))}function Le({title:e,outcome:t,source:n,reason:r,frames:a,lastWords:i,tests:s},{data:d,open:c}){let[l=0]=s,u=d.tests[l],f=s.slice(0,ke).map(T=>M(T,d,{open:c,label:z(d,T)})),b=s.length-f.length;return o("section",{class:"card","data-kind":u===void 0?t:m(u)},o("h4",{},o("span",{class:"badge","data-kind":u===void 0?t:m(u)},u===void 0?t:g[m(u)]),y({class:"title"},()=>c({kind:"test",test:l}),e)),n===void 0?void 0:o("p",{},o("code",{class:"source"},`${n.file}:${n.line}`)),r.endsWith(e)?void 0:o("p",{class:"told"},r),a.length===0?void 0:o("pre",{class:"frames"},a.join(`\n`)),i===""?void 0:o("p",{class:"soft"},`last words: ${i}`),o("div",{class:"siblings"},...f,b>0?o("span",{class:"soft"},`and ${b} more`):void 0))}function z(e,t){let n=e.tests[t];return n===void 0?"":`${n.id} \xB7 ${P(e,n.cell)}`}function Ee({cells:e,tests:t}){let n=e.map(({label:a,kernel:i,machine:s,qemu:d,boot:c},l)=>{let u=t.filter(({cell:T})=>T===l),f=u.filter(({ok:T})=>!T).length,b=c.outcome==="not-needed"?"\u2013":c.outcome==="ok"?h(c.durationMs):`failed after ${h(c.durationMs)}`;return o("tr",{},o("th",{scope:"row"},a),o("td",{title:`sha256 ${i.sha256}`},i.release),o("td",{},o("code",{},s.args.join(" "))),o("td",{title:`sha256 ${d.sha256}`},`QEMU ${d.version}`),o("td",{class:"time"},b),o("td",{},f===0?`${u.length} ok`:`${u.length-f} ok, ${f} not`))}),r=["cell","kernel","machine","emulator","boot","tests"].map(a=>o("th",{scope:"col"},a));return o("div",{class:"scroll"},o("table",{class:"list"},o("thead",{},o("tr",{},...r)),o("tbody",{},...n)))}function $e({data:e,open:t}){let n=[...e.tests.keys()].sort((i,s)=>(e.tests[s]?.durationMs??0)-(e.tests[i]?.durationMs??0)).slice(0,Me),r=e.tests[n[0]??0]?.durationMs??0;if(n.length<2||r===0)return;let a=n.map(i=>{let s=e.tests[i]?.durationMs??0,d=o("span",{class:"bar"});return d.style.inlineSize=`${s/r*100}%`,o("tr",{},o("td",{},M(i,e,{open:t,label:z(e,i)})),o("td",{class:"time"},h(s)),o("td",{class:"gauge"},d))});return o("table",{class:"list longest"},o("tbody",{},...a))}var Se=1500;function G(e,t){let n=y({class:"quiet copy","aria-label":`Copy ${t}`},()=>{Re(e).then(r=>{n.textContent=r?"Copied":"Select it by hand",setTimeout(()=>n.textContent="Copy",Se)})},"Copy");return n}async function Re(e){try{return await navigator.clipboard.writeText(e),!0}catch{return De(e)}}function De(e){let t=document.createElement("textarea");t.value=e,t.className="offscreen",document.body.append(t),t.select();let n=document.execCommand("copy");return t.remove(),n}function X({title:e,path:t,text:n,test:r},a){let i=new Map,s=o("div",{class:"lines",tabindex:"0",role:"region","aria-label":e}),d=1;for(let u of n.segments)s.append(...Q(u.first-d),...He(u,{path:t,text:n,test:r,rows:i},a)),d=u.first+u.lines.length;s.append(...Q(n.lineCount-d+1)),n.lineCount===0&&s.append(o("p",{class:"gap"},"It is empty."));let c=o("figcaption",{},o("strong",{},e),w(t,a),o("span",{class:"soft"},[`${n.lineCount} lines`,n.note].filter(u=>u!==void 0).join(" \xB7 "))),l;return{element:o("figure",{class:"log"},c,s),goTo:u=>(l?.removeAttribute("aria-current"),l=i.get(u),l?.setAttribute("aria-current","true"),l!==void 0&&(s.scrollTop=l.offsetTop-s.clientHeight/3),l!==void 0)}}function He({first:e,lines:t},{path:n,text:r,test:a,rows:i},s){return t.map((d,c)=>{let l=e+c,u=r.marked.some(([x,re])=>l>=x&&l<=re),f=r.marked.some(([x])=>l===x),b=s.addressOf({kind:"test",test:a,line:{path:n,number:l}}),T=o("div",{class:`line${u?" marked":""}${f?" head":""}`},o("a",{class:"number",href:b,tabindex:"-1","aria-label":`Line ${l}`},String(l)),o("span",{class:"text"},d));return i.set(l,T),T})}function Q(e){return e<=0?[]:[o("p",{class:"gap"},`${e} ${e===1?"line":"lines"} left out here; the whole log is in the file.`)]}function Z(e,t,n){let r=Ce(e,t),a=r.map(({name:s,durationMs:d,state:c})=>{let l=o("span",{"data-state":c,title:`${s}: ${h(d)}`},o("i",{},s));return l.style.flexGrow=String(Math.max(d,1)),l}),i=r.map(({name:s,durationMs:d,said:c,log:l,state:u})=>o("tr",{"data-state":u},o("th",{scope:"row"},s),o("td",{class:"time"},h(d)),o("td",{},c),o("td",{},l===void 0?void 0:w(l,n,{text:"log"}))));return o("div",{class:"timeline"},o("div",{class:"bars","aria-hidden":"true"},...a),o("table",{},o("tbody",{},...i)))}function Ce({startMs:e,start:t,startReason:n,stages:r},a){let i=e??a,s=r.reduce((l,u)=>l+u.durationMs,0),d=Math.max(0,a-i-s);return[{name:t==="clone"?"start (clone)":"start (boot)",durationMs:i,state:e===null?"bad":"start",said:e===null?"no stage began":n},...r.map(({name:l,durationMs:u,exitStatus:f,log:b})=>({name:l,durationMs:u,state:f===0?"good":"bad",said:f===null?"did not end":`exit status ${f}`,log:b})),...e===null?[]:[{name:"end",durationMs:d,state:"end",said:"between the stages, and until the machine was gone"}]]}function ee(e,t){let n=t.data.tests[e];if(n===void 0)throw new Error(`Internal error: there is no test ${e}`);let{detail:r}=n;if(r===void 0)return{element:o("article",{},J(n,t),o("p",{},"This page had no room for its details; results.json has them.")),settle:()=>{}};let a=Be(e,r,t);return{element:o("article",{},J(n,t),...Oe(r,t,e),Ae(n,r),Ke(r),p("Time",Z(r,n.durationMs,t)),p("Runs",q(r,t)),p("Logs",...[...a.values()].map(s=>s.element),Fe(r,a,t)),p("Subtests",U(r)),p("Where it stood",k(r.whereabouts),S(r.postmortem,t)),p("Artifacts",S(r.artifacts,t)),p("Notes",k(r.notes))),settle:s=>je(a,r,s)}}function J(e,{data:t,open:n}){let r=m(e),a=t.tests.flatMap((i,s)=>i.id===e.id?[M(s,t,{open:n,label:P(t,i.cell),isCurrent:i===e})]:[]);return o("header",{class:"heading"},y({class:"quiet back","aria-label":"Back to the overview"},()=>n({kind:"overview"}),"\u2190 Overview"),o("p",{class:"where"},o("span",{class:"badge","data-kind":r},g[r]),P(t,e.cell),o("span",{class:"soft"},h(e.durationMs))),o("h2",{},e.id),a.length>1?o("div",{class:"siblings",role:"group","aria-label":"The same test in all cells"},...a):void 0)}function Oe({findings:e},t,n){return e.map(({title:r,kind:a,source:i,line:s,console:d},c)=>o("div",{class:"finding","data-first":String(c===0)},o("p",{class:"title"},r),o("p",{class:"soft"},i===void 0?void 0:o("code",{class:"source"},`${i.file}:${i.line}`),a,o("a",{href:t.addressOf({kind:"test",test:n,line:{path:d,number:s}})},`console, line ${s}`))))}function Ae({ok:e},{reason:t,expected:n,description:r,findings:[a]}){let i=a!==void 0&&t.endsWith(a.title);return o("div",{class:"reason"},i?void 0:o("pre",{class:"said"},t),o("p",{class:"soft"},e?`As expected: ${n}.`:`Expected: ${n}.`),r===""?void 0:o("p",{class:"description"},r))}function Ke({reproduce:e,shell:t}){return o("div",{},Y(e,"the command that runs it again"),Y(t,"the command that opens a shell on its machine"))}function Y(e,t){return o("div",{class:"again"},o("code",{tabindex:"0","aria-label":t.replace(/^t/,"T")},e),G(e,t))}function Be(e,t,n){let r=[...new Set([...t.findings.map(({console:a})=>a),...t.stages.map(({log:a})=>a),t.console])];return new Map(r.flatMap(a=>{let i=Object.hasOwn(n.data.texts,a)?n.data.texts[a]:void 0;return i===void 0?[]:[[a,X({title:Ie(a,t),path:a,text:i,test:e},n)]]}))}function Ie(e,{stages:t,console:n}){let r=t.find(({log:a})=>a===e);return r!==void 0?`Output of ${r.name}`:e===n?"Console":"Console of the boot"}function Fe({findings:e,console:t,stages:n},r,a){let i=e.filter(d=>!r.has(d.console)).map(({report:d})=>o("pre",{class:"report"},d)),s=[t,...n.map(({log:d})=>d)].filter(d=>!r.has(d)).map(d=>o("li",{},w(d,a)));return o("div",{},...i,s.length===0?void 0:o("ul",{class:"files"},...s))}function je(e,{findings:[t]},{line:n}){if(n!==void 0){let r=e.get(n.path);r?.goTo(n.number)===!0&&r.element.scrollIntoView({block:"nearest"});return}t!==void 0&&e.get(t.console)?.goTo(t.line);for(let[r,a]of e)r!==t?.console&&a.element.querySelector(".lines")?.scrollTo(0,Number.MAX_SAFE_INTEGER)}function te(e){let t=o("main",{class:"reading",tabindex:"-1"}),n=document.title,r,a=()=>{r=void 0,document.title=n,t.replaceChildren(_(e)),t.scrollTop=0},i=s=>{let d=ee(s.test,e);r=s.test,document.title=`${Ve(e.data,s.test)} \xB7 ${n}`,t.replaceChildren(d.element),t.scrollTop=0,d.settle(s)};return{element:t,show:s=>{document.body.dataset.reading=s.kind,s.kind==="test"?i(s):a()},current:()=>r}}function Ve(e,t){let n=e.tests[t];return n===void 0?"":`${n.id} on ${P(e,n.cell)}`}function ne(e,t){let n=$,r=o("input",{type:"search",placeholder:"Filter tests","aria-label":"Filter tests by text","aria-keyshortcuts":"/",spellcheck:"false",autocomplete:"off"}),a=o("output",{class:"counted","aria-live":"polite"}),i=Ne(e,u=>c({...n,kinds:Ue(n.kinds,u)})),s=We(e,u=>c({...n,cell:u})),d=()=>{for(let[u,f]of i)f.setAttribute("aria-pressed",String(n.kinds.has(u)));s.value=n.cell===void 0?"":String(n.cell),r.value!==n.text&&(r.value=n.text)},c=u=>{n=u,d(),t(n)},l;return r.addEventListener("input",()=>{clearTimeout(l),l=window.setTimeout(()=>c({...n,text:r.value}),80)}),{element:o("div",{class:"tools",role:"search"},r,o("div",{class:"chips",role:"group","aria-label":"Filter by outcome"},...i.values()),e.cells.length>1?s:void 0,a),focusSearch:()=>{r.focus(),r.select()},clear:()=>{clearTimeout(l);let u=n.text!==""||r.value!==""||n.kinds.size>0||n.cell!==void 0;return u&&(r.value="",c($)),u},count:u=>{a.textContent=u===e.tests.length?`${u} tests`:`${u} of ${e.tests.length} tests`}}}function Ne({tests:e},t){let n=new Map;for(let r of e)n.set(m(r),(n.get(m(r))??0)+1);return new Map(L.flatMap(r=>{let a=n.get(r);if(a===void 0)return[];let i=o("span",{class:"tile","data-kind":r,"aria-hidden":"true"},v[r]);return[[r,y({class:"chip","aria-pressed":"false"},()=>t(r),i,`${a} ${g[r]}`)]]}))}function We({cells:e},t){let n=o("select",{"aria-label":"Filter by cell"},o("option",{value:""},"All cells"),...e.map(({label:r},a)=>o("option",{value:String(a)},r)));return n.addEventListener("change",()=>t(n.value===""?void 0:Number(n.value))),n}function Ue(e,t){let n=new Set(e);return n.delete(t)||n.add(t),n}_e(qe());function qe(){let e=document.getElementById("data")?.textContent;if(e===void 0)throw new Error("Internal error: the page has no data");return JSON.parse(e)}function _e(e){let t=l=>`#${D(l,e)}`,r={data:e,addressOf:t,open:l=>{location.hash=t(l),c()}},a=j(r),i=te(r),s=ne(e,l=>{let u=R(e,l);a.show(u),s.count(u.size)});s.count(e.tests.length),document.body.append(I(e),s.element,o("div",{class:"panes"},a.element,i.element),Ge());let d,c=()=>{if(d===location.hash)return;d=location.hash;let l=H(location.hash,e);i.show(l),a.mark(l.kind==="test"?l.test:void 0)};addEventListener("hashchange",c),c(),ze(r,{board:a,reading:i,toolbar:s})}function ze({open:e},{board:t,reading:n,toolbar:r}){let a=i=>{let s=t.inOrder(),d=n.current(),c=d===void 0?-1:s.indexOf(d),l=c<0?s.at(i>0?0:-1):s[c+i];l!==void 0&&e({kind:"test",test:l})};V({next:()=>a(1),previous:()=>a(-1),search:r.focusSearch,openFirst:()=>{let[i]=t.inOrder();i!==void 0&&(e({kind:"test",test:i}),n.element.focus())},leave:()=>{document.activeElement instanceof HTMLInputElement&&document.activeElement.blur(),!r.clear()&&n.current()!==void 0&&e({kind:"overview"})}})}function Ge(){return o("footer",{class:"keys"},...[["j","next test"],["k","previous"],["/","filter"],["Enter","open the first"],["Esc","back"]].flatMap(([t,n])=>[o("kbd",{},t),o("span",{},n)]))}})();\n';

// src/report/html/embed-json.ts
function embedJson(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
function embeddedBytes(value) {
  return new TextEncoder().encode(embedJson(value)).length + 1;
}

// bundled-text:src/report/html/page.css
var page_default = ':root{color-scheme:light dark;--paper: #f7f7f5;--sheet: #ffffff;--ink: #1b1d21;--soft: #646a73;--line: #e2e2dd;--wash: #f0f0ec;--link: #1f56b8;--focus: #2f6fe0;--pass: #2c7a4b;--pass-wash: #e1f0e6;--skip: #7b818a;--skip-wash: #ececea;--xfail: #8a6414;--xfail-wash: #f5ecd6;--fail: #c8321f;--crash: #a80f45;--hang: #6d3fb2;--timeout: #b45309;--error: #4b5a70;--unexpected: #b3246f;--flaky: #8a7000;--mark: #fff1d6;--mark-edge: #e08a00;--on-colour: #ffffff;--mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--paper: #131519;--sheet: #1a1d22;--ink: #e4e6ea;--soft: #98a0ab;--line: #2c3038;--wash: #22262d;--link: #7fb0ff;--focus: #7fb0ff;--pass: #6fcf97;--pass-wash: #1c3327;--skip: #98a0ab;--skip-wash: #282c33;--xfail: #e0b65c;--xfail-wash: #372f1b;--fail: #e5533d;--crash: #e2386f;--hang: #9a6fe0;--timeout: #d97a1e;--error: #74849b;--unexpected: #d6509a;--flaky: #bfa530;--mark: #38290d;--mark-edge: #e7a02c;--on-colour: #ffffff}}:root[data-theme=dark]{color-scheme:dark;--paper: #131519;--sheet: #1a1d22;--ink: #e4e6ea;--soft: #98a0ab;--line: #2c3038;--wash: #22262d;--link: #7fb0ff;--focus: #7fb0ff;--pass: #6fcf97;--pass-wash: #1c3327;--skip: #98a0ab;--skip-wash: #282c33;--xfail: #e0b65c;--xfail-wash: #372f1b;--fail: #e5533d;--crash: #e2386f;--hang: #9a6fe0;--timeout: #d97a1e;--error: #74849b;--unexpected: #d6509a;--flaky: #bfa530;--mark: #38290d;--mark-edge: #e7a02c;--on-colour: #ffffff}:root[data-theme=light]{color-scheme:light}*{box-sizing:border-box}[hidden]{display:none!important}html,body{block-size:100%}body{margin:0;display:grid;grid-template-rows:auto auto minmax(0,1fr) auto;background:var(--paper);color:var(--ink);font:14px/1.5 system-ui,-apple-system,Segoe UI,Noto Sans,DejaVu Sans,sans-serif}h1,h2,h3,h4,p,figure,ul{margin:0}a{color:var(--link);text-underline-offset:2px}code,pre,.path{font-family:var(--mono);font-size:.92em}:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:start}.soft{color:var(--soft)}.offscreen{position:fixed;inset-inline-start:-100vw}noscript{display:block;padding:1em}.top{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:4px 14px;align-items:center;padding:14px 20px 0}.lamp{display:grid;place-items:center;inline-size:38px;block-size:38px;border-radius:50%;background:var(--fail);color:var(--on-colour);font-size:20px;font-weight:700}.lamp[data-good=true]{background:#2c8a54}.top h1{font-size:20px;line-height:1.25;font-weight:650;letter-spacing:-.01em}.top .part{font-weight:450;font-size:15px;letter-spacing:0;color:var(--soft)}.facts{color:var(--soft);font-size:12.5px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.quiet{border:1px solid var(--line);border-radius:7px;padding:2px 10px;background:var(--sheet);color:var(--soft)}.quiet:hover{color:var(--ink);border-color:var(--soft)}.theme{font-size:16px;padding:3px 10px}.proportions{grid-column:1 / -1;display:flex;gap:2px;block-size:5px;margin-block:10px 0}.proportions span{min-inline-size:5px;border-radius:3px;background:var(--kind);opacity:.9}[data-kind=pass]{--kind: var(--pass);--wash-of-kind: var(--pass-wash)}[data-kind=skip]{--kind: var(--skip);--wash-of-kind: var(--skip-wash)}[data-kind=xfail]{--kind: var(--xfail);--wash-of-kind: var(--xfail-wash)}[data-kind=fail]{--kind: var(--fail)}[data-kind=crash]{--kind: var(--crash)}[data-kind=hang]{--kind: var(--hang)}[data-kind=timeout]{--kind: var(--timeout)}[data-kind=error]{--kind: var(--error)}[data-kind=unexpected]{--kind: var(--unexpected)}[data-kind=flaky]{--kind: var(--flaky)}.tile{display:inline-grid;place-items:center;inline-size:22px;block-size:22px;border-radius:5px;background:var(--kind);color:var(--on-colour);font:700 12px/1 var(--mono);flex:none}.tile:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]),.badge:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]){background:var(--wash-of-kind);color:var(--kind)}.badge{display:inline-block;border-radius:5px;padding:1px 8px;background:var(--kind);color:var(--on-colour);font-size:12px;font-weight:650;white-space:nowrap}.tools{display:flex;flex-wrap:wrap;gap:8px;align-items:center;padding:12px 20px;border-block-end:1px solid var(--line)}.tools input,.tools select{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--line);border-radius:7px;padding:4px 10px}.tools input{inline-size:190px}.chips{display:flex;flex-wrap:wrap;gap:6px}.chip{display:inline-flex;gap:7px;align-items:center;padding:3px 10px 3px 4px;border:1px solid var(--line);border-radius:8px;background:var(--sheet)}.chip .tile{inline-size:20px;block-size:20px}.chip:hover{border-color:var(--soft)}.chip[aria-pressed=true]{border-color:var(--ink);box-shadow:inset 0 0 0 1px var(--ink)}.counted{margin-inline-start:auto;color:var(--soft);font-variant-numeric:tabular-nums}.panes{display:grid;grid-template-columns:fit-content(46%) minmax(0,1fr);min-block-size:0}.board,.reading{overflow:auto;min-block-size:0;scrollbar-width:thin}.board{border-inline-end:1px solid var(--line);padding:0 0 20px 20px;min-inline-size:250px}.board table{border-collapse:separate;border-spacing:0}.board th{font-weight:500;text-align:start}.board thead th{position:sticky;inset-block-start:0;z-index:2;background:var(--paper);color:var(--soft);font-size:12px;vertical-align:bottom;padding:12px 3px 8px}.board thead .cell span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;max-block-size:190px;overflow:hidden;text-overflow:ellipsis}.board .name{position:sticky;inset-inline-start:0;z-index:1;background:var(--paper);padding:0 14px 0 0;max-inline-size:300px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.board thead .name{z-index:3;padding:12px 14px 8px 0}.board .suite th{padding:14px 0 3px;font-weight:650;position:sticky;inset-inline-start:0}.board tbody{content-visibility:auto}.board td{padding:2px}.board td .tile{cursor:pointer}.board td .tile:hover{filter:brightness(.93);box-shadow:0 0 0 2px var(--line)}.board td .tile[aria-current]{outline:2px solid var(--ink);outline-offset:1px}.board td .tile:disabled{opacity:.15;cursor:default}.time{text-align:end;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}.board .time{padding-inline:10px 14px;font-size:12.5px}.reading{background:var(--sheet);padding:18px 26px 40px}.reading:focus{outline:none}article{display:grid;gap:16px;max-inline-size:1180px;grid-template-columns:minmax(0,1fr)}article>section{display:grid;gap:8px;grid-template-columns:minmax(0,1fr)}h3{font-size:12px;font-weight:650;color:var(--soft);text-transform:uppercase;letter-spacing:.06em;margin-block-start:6px}.calm{font-size:17px;color:var(--pass);padding-block:8px}.card{border:1px solid var(--line);border-inline-start:4px solid var(--kind);border-radius:8px;padding:12px 16px;display:grid;gap:7px;grid-template-columns:minmax(0,1fr)}.card h4{display:flex;gap:10px;align-items:baseline;font-size:15.5px;font-weight:650}.card .title{font-weight:650;overflow-wrap:anywhere}.card .title:hover{text-decoration:underline;text-underline-offset:3px}.card p{overflow-wrap:anywhere}.source{background:var(--mark);border-radius:4px;padding:2px 7px;font-weight:600}.frames{padding:8px 12px;background:var(--wash);border-radius:6px;overflow-x:auto;margin:0}.siblings{display:flex;flex-wrap:wrap;gap:4px 14px}.place{display:inline-flex;gap:7px;align-items:center;padding:1px 4px 1px 0;border-radius:5px;font-size:13px;color:var(--soft)}.place:hover{color:var(--ink);text-decoration:underline;text-underline-offset:3px}.place .tile{inline-size:18px;block-size:18px;font-size:10.5px}.place[aria-current]{color:var(--ink);font-weight:600}.scroll{overflow-x:auto}.list{border-collapse:collapse;inline-size:100%}.list :is(th,td){text-align:start;padding:5px 14px 5px 0;border-block-end:1px solid var(--line);vertical-align:baseline;font-weight:400}.list thead th{color:var(--soft);font-size:12px}.list tbody th{font-weight:550;white-space:nowrap}.list .time{text-align:end}.longest .gauge{inline-size:34%;padding-inline-end:0}.bar{display:block;block-size:8px;border-radius:4px;background:var(--soft);opacity:.35;min-inline-size:2px}.heading{display:grid;gap:6px}.back{justify-self:start;display:none;margin-block-end:6px}.where{display:flex;gap:12px;align-items:center}h2{font-size:21px;line-height:1.25;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}.finding{padding:2px 0 2px 14px;border-inline-start:3px solid var(--line);display:grid;gap:5px}.finding[data-first=true]{border-inline-start-color:var(--crash)}.finding .title{font-size:16px;font-weight:600;overflow-wrap:anywhere}.finding .soft{display:flex;flex-wrap:wrap;gap:12px;align-items:baseline}.finding .source{color:var(--ink);font-size:14px}.reason{display:grid;gap:6px}pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.said{font-family:inherit;font-size:15.5px}.description{white-space:pre-wrap;overflow-wrap:anywhere}.again{display:flex;gap:10px;align-items:start;background:var(--wash);border-radius:8px;padding:8px 8px 8px 14px}.again code{flex:1;overflow-wrap:anywhere;padding-block:2px}.again code:before{content:"$ ";color:var(--soft);-webkit-user-select:none;user-select:none}.bars{display:flex;gap:2px;block-size:24px}.bars span{flex-basis:0;min-inline-size:3px;border-radius:4px;background:var(--skip-wash);color:var(--soft);overflow:hidden;padding-inline:6px;font-size:12px;line-height:24px}.bars i{font-style:normal;white-space:nowrap}.bars [data-state=good]{background:var(--pass-wash);color:var(--pass)}.bars [data-state=bad]{background:var(--fail);color:var(--on-colour)}.timeline table{border-collapse:collapse;margin-block-start:6px}.timeline :is(th,td){text-align:start;font-weight:400;padding:2px 18px 2px 0;vertical-align:baseline}.timeline .time{text-align:end}.timeline [data-state=bad] td:nth-child(3){color:var(--fail);font-weight:600}.files{padding-inline-start:18px}.report{background:var(--wash);border-radius:8px;padding:10px 14px}.log{border:1px solid var(--line);border-radius:8px;overflow:hidden;margin-block-end:10px}.log figcaption{display:flex;flex-wrap:wrap;gap:4px 14px;align-items:baseline;padding:7px 14px;background:var(--wash);border-block-end:1px solid var(--line)}.log .path{overflow-wrap:anywhere}.lines{max-block-size:62vh;overflow:auto;font:12.5px/1.55 var(--mono);padding-block:6px;position:relative;scrollbar-width:thin}.lines:focus-visible{outline-offset:-2px}.line{display:grid;grid-template-columns:5.5em minmax(0,1fr);border-inline-start:3px solid transparent}.line .number{color:var(--soft);text-align:end;padding-inline-end:1.2em;text-decoration:none;-webkit-user-select:none;user-select:none;opacity:.75}.line .number:hover{opacity:1;text-decoration:underline}.line .text{white-space:pre-wrap;overflow-wrap:anywhere;padding-inline-end:12px;unicode-bidi:isolate}.line.marked{background:var(--mark);border-inline-start-color:var(--mark-edge)}.line.head .text{font-weight:700}.line[aria-current]{box-shadow:inset 0 0 0 1px var(--focus)}.line[aria-current] .number{color:var(--focus);opacity:1;font-weight:700}.gap{color:var(--soft);font-family:system-ui,sans-serif;font-size:12px;padding:5px 14px;margin-block:3px;background:var(--wash)}.keys{display:flex;gap:6px;align-items:center;padding:5px 20px;border-block-start:1px solid var(--line);color:var(--soft);font-size:12px}.keys span{margin-inline-end:12px}kbd{font:11.5px/1.5 var(--mono);border:1px solid var(--line);border-block-end-width:2px;border-radius:4px;padding:0 5px;background:var(--sheet)}@media(max-width:860px){body{display:block;block-size:auto}.panes{display:flex;flex-direction:column-reverse}.board{border-inline-end:0;padding-inline-start:16px;overflow-x:auto}.board .name{max-inline-size:46vw}.top,.tools{padding-inline:16px}body[data-reading=test] .top{padding-block-end:12px;border-block-end:1px solid var(--line)}.tools input{inline-size:100%}.facts{white-space:normal}.top h1{font-size:18px}.top .part{font-size:14px}body[data-reading=test] :is(.facts,.top .part,.proportions){display:none}.timeline td:nth-child(3){overflow-wrap:anywhere}.reading{padding-inline:16px;border-block-end:1px solid var(--line)}.keys{display:none}body[data-reading=test] :is(.tools,.board){display:none}.back{display:inline-block}.line{grid-template-columns:4em minmax(0,1fr)}}@media print{:root,:root:not([data-theme]){color-scheme:light}body,.panes{display:block;block-size:auto;background:none}.tools,.keys,.theme,.back,.copy{display:none!important}.board,.reading,.lines{overflow:visible;max-block-size:none;max-inline-size:none;padding-inline:0;border:0;background:none}body[data-reading=test] .board{display:none}.tile,.badge,.marked,.bars span,.proportions span,.lamp,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}.board tbody{content-visibility:visible}.board thead th,.board .name{position:static;background:none}.card,.line,tr{break-inside:avoid}h3{break-after:avoid}}@media(prefers-reduced-motion:no-preference){.quiet,.chip,.tile{transition:border-color .12s,filter .12s}}\n';

// src/report/cell-labels.ts
function cellLabels(cells) {
  const spoken = cells.map(({ kernel, machine }) => `${plainLine(kernel.spec)} \xB7 ${plainLine(machine.name)}`);
  return new Map(
    cells.map(({ id }, index) => {
      const label = spoken[index] ?? id;
      const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
      return [id, isOwn && label.length <= maxLabel ? label : plainLine(id)];
    })
  );
}
var maxLabel = 32;

// src/report/verdict-line.ts
function verdictLine(results) {
  const { tests, totals, durationMs } = results;
  const counted = `${totals.ok} of ${totals.tests} as expected${asExpected(tests)}`;
  return [...inconclusive(results), counted, ...notAsExpected(tests), formatDuration(durationMs)].join(" \xB7 ");
}
function inconclusive({ exitStatus, merged }) {
  const [missing, ...more] = merged?.missing ?? [];
  if (missing !== void 0) return [`Incomplete: ${plainLine(missing)} missing${more.length === 0 ? "" : `, and ${more.length} more`}`];
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
function notAsExpected(tests) {
  const counts = /* @__PURE__ */ new Map();
  const flaky = tests.filter((test) => test.flaky === true).length;
  for (const test of tests) if (!test.ok && test.flaky !== true) counts.set(test.outcome, (counts.get(test.outcome) ?? 0) + 1);
  return [...[...counts].map(([outcome, count]) => `${count} ${notOkWords[outcome]}`), ...flaky > 0 ? [`${flaky} flaky`] : []];
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

// src/report/html/excerpt-log.ts
var maxLines = 1500;
var maxCharacters = 96 * 1024;
var maxLineLength = 2e3;
var linesBefore = 120;
var linesAfter = 200;
var maxReports = 8;
var lastLines = 400;
var maxGap = 40;
function excerptLog(text2, { reports }) {
  const lines = text2.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const marked = reports.slice(0, maxReports).map((report) => markReport(lines, report)).filter((range) => range !== void 0);
  const wanted = wantedLines(lines, marked);
  const shown2 = [...wanted].sort((a, b) => a - b);
  const hasLongLines = shown2.some((number) => (lines[number - 1] ?? "").length > maxLineLength);
  return {
    segments: segmentsOf(shown2, lines),
    lineCount: lines.length,
    marked,
    ...hasLongLines ? { note: `Lines are cut at ${maxLineLength} characters.` } : {}
  };
}
function markReport(lines, { line: line2, report }) {
  if (line2 > lines.length) return void 0;
  let last = line2;
  const wanted = report.split("\n").map(comparable).filter((text2) => text2 !== "");
  for (let number = line2, found = 0; number <= lines.length && number - last <= maxGap && found < wanted.length; number++) {
    if (!comparable(lines[number - 1] ?? "").endsWith(wanted[found] ?? "")) continue;
    last = number;
    found++;
  }
  return [line2, last];
}
function comparable(line2) {
  return plainLine(line2.slice(0, maxLineLength)).replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, "");
}
function wantedLines(lines, marked) {
  const wanted = /* @__PURE__ */ new Set();
  let charactersLeft = maxCharacters;
  const take = (number) => {
    if (number < 1 || number > lines.length || wanted.size >= maxLines || wanted.has(number)) return;
    const cost = Math.min(maxLineLength, (lines[number - 1] ?? "").length) + 1;
    if (cost > charactersLeft) return;
    charactersLeft -= cost;
    wanted.add(number);
  };
  for (const [first, last] of marked) for (let number = first; number <= last; number++) take(number);
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
  for (const number of numbers) {
    const line2 = shownLine(lines[number - 1] ?? "");
    const open = segments.at(-1);
    if (open !== void 0 && open.first + open.lines.length === number) open.lines.push(line2);
    else segments.push({ first: number, lines: [line2] });
  }
  return segments;
}
function shownLine(line2) {
  return cutLine(plainText(line2.slice(0, maxLineLength + 1)).replace(/\n+$/, ""), maxLineLength);
}

// src/report/distinct-failures.ts
function distinctFailures({ cells, tests }) {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const groups = /* @__PURE__ */ new Map();
  for (const test of tests) {
    if (test.ok) continue;
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
  return `It passed, which is not ok here: ${test.expected} was expected. If what it shows is mended, remove its info/expect-failure.`;
}
function keyOf(test, finding) {
  if (finding !== void 0) return JSON.stringify([test.outcome, finding.fingerprint]);
  const reason2 = test.reason.replace(/\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, "TIME");
  return JSON.stringify([test.outcome, test.outcome === "error" ? "" : test.id, reason2]);
}
function evidenceOf(test, cell) {
  const bootFinding = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings[0] : void 0;
  const own = test.findings[0];
  if (own !== void 0 || bootFinding === void 0 || cell === void 0) return { finding: own, console: test.console };
  return { finding: bootFinding, console: `${cell.id}/boot/console.log` };
}

// src/report/html/page-detail.ts
var textLimit = { lines: 400, columns: 1e3 };
var reasonLimit = { lines: 120, columns: 1e3 };
var nameLength = 300;
var maxSubtests = 500;
var maxFindings = 20;
var maxFiles = 300;
var maxNotes = 50;
var maxAttempts = 200;
function pageDetail(test, shown2) {
  const { attempts = [], postMortem: postMortem2 } = test;
  return {
    description: text(test.description, textLimit),
    expected: line(test.expected),
    reason: text(unexpectedPass(test) ?? test.reason, reasonLimit),
    start: test.start,
    startReason: line(test.startReason),
    startMs: test.startMs,
    stages: test.stages,
    findings: shown2.findings.slice(0, maxFindings).map((finding) => pageFinding(finding, shown2.console)),
    subtests: chosenSubtests(test.subtests),
    attempts: attempts.slice(0, maxAttempts).map(pageAttempt),
    artifacts: test.artifacts.slice(0, maxFiles),
    postmortem: (postMortem2?.files ?? []).slice(0, maxFiles),
    whereabouts: (postMortem2?.whereabouts ?? []).slice(0, maxNotes).map(line),
    console: test.console,
    notes: [...test.notes.slice(0, maxNotes).map(line), ...leftOut(test, attempts.length)],
    reproduce: text(test.reproduce, reasonLimit),
    shell: text(test.shell, reasonLimit)
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
    notes: [...detail.notes.slice(0, 10), "What is known of this test is longer than this page has room for; all of it is in results.json."]
  };
}
function pageFinding({ kind, title, source, line: at, report }, console) {
  return { kind, title: line(title), ...source === void 0 ? {} : { source: { file: line(source.file), line: source.line } }, console, line: at, report: text(report, textLimit) };
}
function chosenSubtests(subtests) {
  const isLoud = ({ status }) => status === "fail" || status === "crash" || status === "error";
  const chosen = [...subtests.filter(isLoud), ...subtests.filter((subtest) => !isLoud(subtest))].slice(0, maxSubtests);
  return chosen.map(({ name, status, reason: reason2 }) => ({ name: line(name), status, ...reason2 === void 0 ? {} : { reason: line(reason2) } }));
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
  return counts.filter(({ count, shown: shown2 }) => count > shown2).map(({ noun, count, shown: shown2 }) => `This page shows ${shown2} of ${count} ${noun}; all of them are in results.json.`);
}
var maxText = 2e5;
function text(from, limit) {
  return cutText(plainText(from.slice(0, maxText)), limit);
}
function line(from) {
  return cutLine(plainLine(from.slice(0, 4 * nameLength)), nameLength);
}

// src/report/html/page-tests.ts
var maxBytes = 6e6;
var maxBrief = 160;
function chooseTests({ cells, tests }) {
  const cellIndex = new Map(cells.map(({ id }, index) => [id, index]));
  const lines = /* @__PURE__ */ new Map();
  let left = maxBytes;
  for (const test of byImportance(tests)) {
    const line2 = pageTest(test, cellIndex.get(test.cell) ?? 0);
    left -= embeddedBytes(line2);
    if (left < 0) break;
    lines.set(test, line2);
  }
  const chosen = tests.filter((test) => lines.has(test));
  return { tests: chosen, lines: chosen.flatMap((test) => lines.get(test) ?? []), leftOut: tests.length - chosen.length };
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
    brief: cutLine(plainLine(brief.slice(0, 4 * maxBrief)), maxBrief)
  };
}

// src/report/html/fill-details.ts
function fillDetails({ cells, tests }, { lines, readLog, bytes }) {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const details2 = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  let left = bytes;
  let unread = 0;
  const fits = (value) => {
    const size = embeddedBytes(value);
    if (size > left) return false;
    left -= size;
    return true;
  };
  const addText = (path, shown2) => {
    if (texts.has(path)) return;
    const text2 = left < shortestUseful ? void 0 : readLog(path);
    const excerpt = text2 === void 0 ? void 0 : excerptLog(text2, { reports: path === shown2.console ? shown2.findings : [] });
    if (excerpt !== void 0 && fits([path, excerpt])) texts.set(path, excerpt);
    else if (text2 !== void 0 || left < shortestUseful) unread++;
  };
  for (const test of byImportance(tests)) {
    if (left < shortestDetail) break;
    const shown2 = shownFindings(test, cellById.get(test.cell));
    const whole = pageDetail(test, shown2);
    const detail = embeddedBytes(whole) > maxDetailBytes ? slimDetail(whole) : whole;
    if (!fits(detail)) continue;
    details2.set(test, detail);
    if (!isQuiet(test)) for (const path of tellingLogs(test, shown2)) addText(path, shown2);
  }
  const filled = lines.map((line2, index) => withDetail(line2, details2.get(tests[index])));
  return { tests: filled, texts: Object.fromEntries(texts), undescribed: tests.length - details2.size, unread };
}
var maxDetailBytes = 2e5;
var shortestUseful = 4096;
var shortestDetail = 300;
function withDetail(line2, detail) {
  return detail === void 0 ? line2 : { ...line2, detail };
}
function shownFindings(test, cell) {
  if (test.findings.length > 0 || cell?.boot.outcome !== "failed" || test.startMs !== null) return test;
  return { findings: cell.boot.findings, console: `${cell.id}/boot/console.log` };
}
function tellingLogs({ stages, outcome }, { console }) {
  const bad = stages.filter(({ name, exitStatus }) => exitStatus !== 0 || name === "run" && outcome !== "pass");
  return [console, ...bad.map(({ log }) => log)];
}

// src/report/kernel-report.ts
function excerptReport(report) {
  const lines = report.split("\n").map(withoutPrefix);
  return { frames: framesOf(lines), lastWords: lines.slice(1).filter(isSentence).at(-1)?.trim() };
}
var maxFrames = 4;
function withoutPrefix(line2) {
  return line2.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, "");
}
function framesOf(lines) {
  const at = lines.findIndex((line2) => line2.startsWith("RIP: "));
  const stood = at < 0 ? [] : [{ text: frame((lines[at] ?? "").replace(/^RIP: \w+:/, "")), inlined: inlinedAbove(lines, at) }];
  const known = [...stood, ...firstTrace(lines)].flatMap(({ text: text2, inlined }) => text2 === void 0 ? [] : [{ text: text2, inlined }]);
  const inModules = known.filter(({ text: text2 }) => text2.includes(" ["));
  const shown2 = inModules.length > 0 ? inModules : known.slice(0, stood.length);
  return [...new Set(shown2.flatMap(({ text: text2, inlined }) => [...inlined, text2]))].slice(0, maxFrames);
}
function firstTrace(lines) {
  const start = lines.findIndex((line2) => /^\s*Call [Tt]race:/.test(line2));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line2) => !/^\s*(?:\? |<\/?[A-Z]+>$)/.test(line2) && frame(line2) === void 0 && inlinedFrame(line2) === void 0);
  const trace = rest.slice(0, end < 0 ? rest.length : end);
  return trace.map((line2, index) => ({ text: frame(line2), inlined: inlinedAbove(trace, index) }));
}
function inlinedAbove(lines, index) {
  const above = lines.slice(0, index).map(inlinedFrame);
  return above.slice(above.lastIndexOf(void 0) + 1).filter((text2) => text2 !== void 0);
}
function frame(line2) {
  return /^\s*([\w.$]+\+0x[0-9a-f]+\/0x[0-9a-f]+(?: [\w./-]+:\d+)?(?: \[\w[\w -]*\])?(?: \(\S+:\d+\))?)\s*$/.exec(line2)?.[1];
}
function inlinedFrame(line2) {
  return /^\s*([\w.$]+ \(\S+:\d+\) \[inline\])\s*$/.exec(line2)?.[1];
}
function isSentence(line2) {
  const text2 = line2.trim();
  if (!/[A-Za-z]{3}/.test(text2) || text2.startsWith("? ") || frame(text2) !== void 0 || inlinedFrame(text2) !== void 0) return false;
  return !notSentences.some((pattern) => pattern.test(text2));
}
var notSentences = [
  /^(?:RIP|RSP|Code|CR2|DR\d|RAX|RBX|RDX|RBP|RSI|R\d\d|FS|GS|CS|PGD|PKRU|EIP|EAX|ESI): ?/,
  /^(?:CPU: \d|PID: \d|UID: \d|Hardware name:|Modules linked in:|Call [Tt]race:|Tainted:|Workqueue:|Kernel Offset:|irq event stamp:|#PF: )/,
  /^(?:softirqs|hardirqs) last /,
  /^<\/?[A-Z]+>$|^-+\[|^[=-]{4}|^>?\s*[0-9a-f]{8,16}:/
];

// src/report/html/page-failures.ts
var maxFailures = 200;
var maxTests = 200;
var lineLength = 300;
var maxReport = 1e5;
function pageFailures(results) {
  const all = [...distinctFailures(results)].sort((a, b) => weightOf(a) - weightOf(b));
  const indexOf = new Map(results.tests.map((test, index) => [test, index]));
  const failures = all.slice(0, maxFailures).map(({ test, tests, finding }) => {
    const { frames, lastWords } = finding === void 0 ? { frames: [], lastWords: void 0 } : excerptReport(finding.report.slice(0, maxReport));
    return {
      title: shown(finding?.title ?? test.id),
      outcome: test.outcome,
      ...finding?.source === void 0 ? {} : { source: { file: shown(finding.source.file), line: finding.source.line } },
      reason: shown(unexpectedPass(test) ?? test.reason),
      frames: frames.map(shown),
      lastWords: shown(lastWords ?? ""),
      tests: tests.slice(0, maxTests).map((one) => indexOf.get(one) ?? 0)
    };
  });
  return { failures, leftOut: all.length - failures.length };
}
function weightOf({ test }) {
  return weights[test.outcome];
}
var weights = { crash: 0, hang: 1, timeout: 2, fail: 3, error: 4, pass: 5, skip: 5 };
function shown(text2) {
  return cutLine(plainLine(text2.slice(0, 4 * lineLength)), lineLength);
}

// src/report/html/page-contents.ts
var maxBytes2 = 95e5;
var maxCells = 500;
var maxNotes2 = 100;
var maxNote = 500;
function pageContents(all, sources) {
  const chosen = chooseTests(all);
  const results = { ...all, tests: chosen.tests };
  const { failures, leftOut: leftOut4 } = pageFailures(results);
  const frame2 = {
    version: short(all.tool.version),
    startedAt: short(all.startedAt),
    durationMs: all.durationMs,
    exitStatus: all.exitStatus,
    verdict: short(verdictLine(all)),
    host: { ...all.host, acceleratorReason: short(all.host.acceleratorReason) },
    totals: all.totals,
    missing: (all.merged?.missing ?? []).slice(0, maxNotes2).map(short),
    cells: pageCells(all.cells),
    tests: chosen.lines,
    failures,
    texts: {},
    notes: [],
    filesAt: sources.filesAt
  };
  const filled = fillDetails(results, { lines: chosen.lines, readLog: sources.readLog, bytes: maxBytes2 - embeddedBytes(frame2) });
  const notes = [
    ...(all.merged?.notes ?? []).slice(0, maxNotes2).map(short),
    ...said(chosen.leftOut, (count) => `This page has no room for ${count} of ${all.tests.length} tests; all of them are in results.json.`),
    ...said(filled.undescribed, (count) => `${count} tests are shown without their details, for lack of room; results.json has them.`),
    ...said(filled.unread, (count) => `${count} logs are linked and not shown, for lack of room.`),
    ...said(leftOut4, (count) => `${count} more distinct failures are in results.json.`)
  ];
  return { ...frame2, tests: filled.tests, texts: filled.texts, notes };
}
function said(count, sentence) {
  return count === 0 ? [] : [sentence(count)];
}
function pageCells(cells) {
  const labels = cellLabels(cells);
  return cells.slice(0, maxCells).map((cell) => ({
    id: cell.id,
    label: labels.get(cell.id) ?? plainLine(cell.id),
    kernel: { ...cell.kernel, spec: short(cell.kernel.spec), release: short(cell.kernel.release) },
    machine: { name: short(cell.machine.name), args: cell.machine.args.slice(0, maxNotes2).map(short) },
    arch: short(cell.arch),
    qemu: { ...cell.qemu, version: short(cell.qemu.version) },
    boot: { ...cell.boot, findings: [] }
  }));
}
function short(text2) {
  return cutLine(plainLine(text2.slice(0, 4 * maxNote)), maxNote);
}

// src/report/html/render-html.ts
function renderHtml(results, sources) {
  const data = pageContents(results, sources);
  const policy = `default-src 'none'; script-src '${hashOf(main_default)}'; style-src '${hashOf(page_default)}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${results.exitStatus === 0 ? "As expected" : "Not as expected"} \xB7 qemu-driver-test</title>
<style>${page_default}</style>
</head>
<body>
<noscript>This page shows results.json with a script of its own, and scripts are off here. summary.md, beside this file, says the same without one.</noscript>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${main_default}</script>
</body>
</html>
`;
}
function hashOf(text2) {
  return `sha256-${createHash("sha256").update(text2).digest("base64")}`;
}

// src/report/json.ts
function renderJson(results) {
  return `${JSON.stringify(results, void 0, 2)}
`;
}

// src/report/junit-case-text.ts
var budgetCharacters = 6e6;
var reportLimit = { lines: 200, columns: 400 };
var subtestLimit = 100;
var reasonLimit2 = 2e3;
function createCaseText({ cells, tests }) {
  const boots = new Map(cells.map((cell) => [cell.id, cell]));
  let left = budgetCharacters - tests.length * 100;
  return {
    reason,
    note: (test) => [...expectedFailure(test), ...test.notes].join("\n"),
    failure: (test) => {
      const text2 = left > 0 ? failureText(test, boots.get(test.cell)) : "";
      left -= text2.length;
      return left > 0 ? text2 : [reason(test), ...whereToLook(test), "More was left out: this file would be too large. All of it is in results.json."].join("\n");
    }
  };
}
function reason(test) {
  return cutLine(plainText(unexpectedPass(test) ?? test.reason), reasonLimit2);
}
function expectedFailure({ outcome, ok, expected, reason: why }) {
  if (!ok || outcome === "pass") return [];
  return [`A failure that is expected (${expected}): ${outcome}. ${cutLine(plainText(why), reasonLimit2)}`];
}
function failureText(test, cell) {
  const boot = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings : [];
  const reports = [...test.findings, ...boot].map(
    ({ title, source, report }) => ["", title, ...source === void 0 ? [] : [`at ${source.file}:${source.line}`], plainText(cutText(report, reportLimit))].join("\n")
  );
  return [reason(test), ...failedSubtests(test), ...whereToLook(test), ...test.notes.map((note) => `note: ${note}`), ...reports].join("\n");
}
function failedSubtests({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  const shown2 = failed.slice(0, subtestLimit).map(({ name, status, reason: why }) => `not ok: ${name} (${status})${why === void 0 ? "" : `: ${why}`}`);
  return failed.length > subtestLimit ? [...shown2, `and ${failed.length - subtestLimit} more subtests that are not ok`] : shown2;
}
function whereToLook(test) {
  const line2 = test.findings[0]?.line;
  return [`console: ${test.console}${line2 === void 0 ? "" : `:${line2}`}`, `again: ${test.reproduce}`];
}

// src/report/xml.ts
function renderElement({ name, attributes = {}, text: text2, children = [] }) {
  const opened = `${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join("")}`;
  if (text2 !== void 0) return `<${opened}>${escapeXml(text2)}</${name}>`;
  if (children.length === 0) return `<${opened}/>`;
  return `<${opened}>
${children.join("\n")}
</${name}>`;
}
function escapeXml(text2) {
  return plainText(text2).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeAttribute(text2) {
  return escapeXml(text2).replaceAll('"', "&quot;").replaceAll("	", "&#9;").replaceAll("\n", "&#10;");
}

// src/report/junit.ts
function renderJunit(results, options = { caseNames: "test" }) {
  const caseText = createCaseText(results);
  const suites = results.cells.map((cell) => testSuite(results, cell, { options, caseText }));
  const missing = results.merged?.missing ?? [];
  const counts = countsOf(results.tests);
  const attributes = { name: "qemu-driver-test", ...counts, tests: counts.tests + missing.length, errors: counts.errors + missing.length, time: formatSeconds(results.durationMs) };
  if (missing.length > 0) suites.push(missingSuite(missing, results));
  return `<?xml version="1.0" encoding="UTF-8"?>
${renderElement({ name: "testsuites", attributes, children: suites })}
`;
}
function missingSuite(missing, { startedAt }) {
  const attributes = { name: "missing", tests: missing.length, failures: 0, errors: missing.length, skipped: 0, time: formatSeconds(0), timestamp: startedAt.slice(0, 19) };
  const cases = missing.map((what) => {
    const error = renderElement({ name: "error", attributes: { type: "missing", message: plainLine(what) } });
    return renderElement({ name: "testcase", attributes: { classname: "missing", name: plainLine(what), time: formatSeconds(0) }, children: [error] });
  });
  return renderElement({ name: "testsuite", attributes, children: cases });
}
function testSuite(results, cell, rendering) {
  const tests = results.tests.filter((test) => test.cell === cell.id);
  return renderElement({
    name: "testsuite",
    attributes: {
      name: plainLine(cell.id),
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
    "kernel.release": kernel.release,
    machine: machine.name,
    "machine.args": machine.args.join(" "),
    arch,
    qemu: qemu.version,
    accelerator: host.accelerator,
    "qemu-driver-test": tool.version
  };
  const children = Object.entries(values).map(([name, value]) => renderElement({ name: "property", attributes: { name, value } }));
  return renderElement({ name: "properties", children });
}
function testCase(test, { options, caseText }) {
  const slash = test.id.indexOf("/");
  const name = test.id.slice(slash + 1);
  const attributes = {
    classname: plainLine(test.id.slice(0, Math.max(0, slash))),
    name: plainLine(options.caseNames === "test" ? name : `${name} [${test.cell}]`),
    time: formatSeconds(test.durationMs)
  };
  return renderElement({ name: "testcase", attributes, children: verdictElements(test, caseText) });
}
function verdictElements(test, caseText) {
  const kind = kindOf(test);
  switch (kind) {
    case "passed": {
      const note = caseText.note(test);
      return note === "" ? [] : [renderElement({ name: "system-out", text: note })];
    }
    case "skipped":
      return [renderElement({ name: "skipped", text: caseText.reason(test) })];
    case "failure":
    case "error": {
      const attributes = { type: test.outcome === "pass" ? "unexpected-pass" : test.outcome, message: plainLine(caseText.reason(test)) };
      return [renderElement({ name: kind, attributes, text: caseText.failure(test) })];
    }
  }
}

// src/report/markdown.ts
function codeSpan(text2) {
  const line2 = plainLine(text2).replaceAll("|", "\xA6");
  if (line2 === "") return "(empty)";
  const fence = "`".repeat(longestRun(line2) + 1);
  const space = line2.startsWith("`") || line2.endsWith("`") ? " " : "";
  return `${fence}${space}${line2}${space}${fence}`;
}
function codeBlock(text2, language) {
  const plain = plainText(text2).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(plain) + 1));
  return `${fence}${language}
${plain}
${fence}`;
}
function markdownTable(header, rows) {
  const line2 = (cells) => `| ${cells.join(" | ")} |`;
  return [line2(header), line2(header.map(() => "---")), ...rows.map(line2)].join("\n");
}
function longestRun(text2) {
  let longest = 0;
  for (const [run] of text2.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

// src/report/summary-failure.ts
var evidenceLimit = { lines: 45, columns: 240 };
var consoleLimit = { lines: 60, columns: 240 };
var lineLimit = 500;
var reproduceLimit = 4e3;
var maxListed = 12;
function renderFailure(failure, number, consoleTail) {
  const { test, finding } = failure;
  const evidence = [...isLong(test.reason) ? [test.reason] : [], ...finding === void 0 ? [] : [finding.report]];
  const blocks = evidence.map((text2) => codeBlock(cutText(text2, evidenceLimit), "text"));
  const again = codeBlock(cutLine(plainText(test.reproduce), reproduceLimit), "sh");
  const folded = consoleTail === void 0 ? [] : ["<details><summary>Last lines of the console</summary>", codeBlock(cutText(consoleTail, consoleLimit), "text"), "</details>"];
  return [headingOf(failure, number), facts(failure).join("\n"), ...blocks, ...folded, "Again:", again].join("\n\n");
}
function briefFailure(failure, number) {
  return [headingOf(failure, number), `- console: ${span(failure.console)}`].join("\n\n");
}
function headingOf({ test, finding }, number) {
  return `### ${number}. ${span(finding?.title ?? test.id)} ${finding === void 0 ? notOkWords[test.outcome] : `(${test.outcome})`}`;
}
function facts({ test, tests, finding, console }) {
  return [
    ...whereSeen(tests),
    ...finding?.source === void 0 ? [] : [`- source: ${span(`${finding.source.file}:${finding.source.line}`)}`],
    `- reason: ${span(unexpectedPass(test) ?? firstLine(test.reason))}`,
    ...failedSubtests2(test),
    `- took: ${phases(test)}`,
    `- console: ${span(`${console}${finding === void 0 ? "" : `:${finding.line}`}`)}`,
    ...stageLog(test),
    ...otherFindings(test),
    ...postMortem(test),
    ...test.notes.slice(0, maxListed).map((note) => `- note: ${span(note)}`)
  ];
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
  return [`- subtests not ok, ${failed.length} of ${subtests.length}: ${listed(failed.map(({ name }) => name))}`];
}
function phases({ start, startMs, stages, durationMs }) {
  const parts = [
    ...startMs === null ? [] : [`${start === "clone" ? "clone" : "boot"} ${formatDuration(startMs)}`],
    ...stages.map((stage) => `${stage.name} ${formatDuration(stage.durationMs)}${stage.exitStatus === null ? " (did not end)" : ""}`)
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
  const shown2 = names.slice(0, maxListed).map((name) => span(name));
  return names.length > maxListed ? `${shown2.join(", ")} and ${names.length - maxListed} more` : shown2.join(", ");
}
function span(text2) {
  return codeSpan(cutLine(plainLine(text2), lineLimit));
}

// src/report/summary-table.ts
var maxColumns = 16;
var maxRows = 300;
function renderTable({ cells, tests }) {
  if (tests.length === 0) return "";
  const columns = mostTelling(cells.map(({ id }) => id), (id) => tests.some((test) => test.cell === id && !test.ok), maxColumns);
  const ids = [...new Set(tests.map(({ id }) => id))];
  const rows = mostTelling(ids, (id) => tests.some((test) => test.id === id && !test.ok), maxRows);
  const byPlace = new Map(tests.map((test) => [placeOf(test.id, test.cell), test]));
  const table = markdownTable(
    ["test", ...columns.map((cell) => codeSpan(cell))],
    rows.map((id) => [codeSpan(id), ...columns.map((cell) => renderPlace(byPlace.get(placeOf(id, cell))))])
  );
  return [table, ...leftOut2(ids.length - rows.length, "test"), ...leftOut2(cells.length - columns.length, "cell")].join("\n\n");
}
function renderPlace(test) {
  if (test === void 0) return "";
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
function leftOut2(count, noun) {
  return count > 0 ? [`\u2026and ${count} more ${count === 1 ? noun : `${noun}s`}, in \`results.json\`.`] : [];
}
function placeOf(id, cell) {
  return JSON.stringify([id, cell]);
}

// src/report/median.ts
function medianMs(durationsMs) {
  return durationsMs.toSorted((a, b) => a - b)[Math.floor((durationsMs.length - 1) / 2)];
}

// src/report/summary-timings.ts
var maxCells2 = 50;
var slowest = 5;
function renderTimings(results) {
  const { cells, host } = results;
  const table = markdownTable(
    ["cell", "kernel", "machine", "QEMU", "boot", "a test (median)"],
    cells.slice(0, maxCells2).map((cell) => cellRow(results, cell))
  );
  const speed = `${host.accelerator.toUpperCase()} on ${host.cpus} CPUs and ${host.memoryMiB} MiB: ${codeSpan(host.acceleratorReason)}`;
  const more = cells.length > maxCells2 ? [`\u2026and ${cells.length - maxCells2} more cells.`] : [];
  return ["## Timings", table, ...more, speed, ...slowestTests(results)].join("\n\n");
}
function cellRow({ tests }, { id, kernel, machine, qemu, boot }) {
  const median = medianMs(tests.filter((test) => test.cell === id).map(({ durationMs }) => durationMs));
  return [
    codeSpan(id),
    codeSpan(kernel.release),
    codeSpan(machine.args.join(" ")),
    codeSpan(qemu.version),
    boot.outcome === "not-needed" ? "with each test" : `${boot.outcome}, ${formatDuration(boot.durationMs)}`,
    median === void 0 ? "" : formatDuration(median)
  ];
}
function slowestTests({ tests }) {
  if (tests.length <= slowest) return [];
  const ordered = tests.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, slowest);
  return [`Slowest: ${ordered.map(({ id, cell, durationMs }) => `${codeSpan(id)} in ${codeSpan(cell)} ${formatDuration(durationMs)}`).join(", ")}.`];
}

// src/report/summary.ts
var maxBytes3 = 9e5;
var maxFailures2 = 40;
var maxNotes3 = 30;
var maxNote2 = 400;
var briefBytes = 3e3;
function renderSummary(results, extras = {}) {
  const { artifactUrl } = extras;
  const link = artifactUrl === void 0 ? [] : [`[Logs, artifacts and results of this run](${artifactUrl})`];
  const opening = [`${verdictSymbol(results)} **${verdictLine(results)}**`, ...renderMerge(results), renderTable(results), ...link];
  const timings = renderTimings(results);
  const failures = renderFailures(results, maxBytes3 - sizeOf([...opening, timings]), extras);
  return `${[...opening, ...failures, timings].filter((part) => part !== "").join("\n\n")}
`;
}
function renderMerge({ merged }) {
  const lines = [...(merged?.missing ?? []).map((what) => `- \u274C missing: ${codeSpan(cutLine(plainLine(what), maxNote2))}`), ...(merged?.notes ?? []).map((note) => `- note: ${codeSpan(cutLine(plainLine(note), maxNote2))}`)];
  const shown2 = lines.slice(0, maxNotes3);
  return lines.length === 0 ? [] : [[...shown2, ...lines.length > shown2.length ? [`- and ${lines.length - shown2.length} more, in \`results.json\``] : []].join("\n")];
}
function verdictSymbol({ exitStatus }) {
  return exitStatus === 0 ? "\u2705" : "\u274C";
}
function renderFailures(results, budgetBytes, { consoleTail }) {
  const all = distinctFailures(results);
  if (all.length === 0) return [];
  const failures = all.length > maxFailures2 ? mostImportantFirst(all) : all;
  const shown2 = [];
  let left = budgetBytes;
  let cut = 0;
  for (const [index, failure] of failures.slice(0, maxFailures2).entries()) {
    const versions = versionsOf(failure, index + 1, consoleTail);
    const fits = versions.findIndex((version2) => sizeOf([version2]) <= left - briefBytes * (failures.length - index - 1));
    const version = versions[fits];
    if (version === void 0) break;
    if (fits > 0) cut += 1;
    left -= sizeOf([version]);
    shown2.push(version);
  }
  const more = failures.length - shown2.length;
  return [
    "## Not as expected",
    ...shown2,
    ...cut > 0 ? [`${cut} of these ${cut === 1 ? "is" : "are"} shortened, for lack of room.`] : [],
    ...more > 0 ? [`\u2026and ${more} more, all in \`results.json\` and \`junit.xml\`.`] : []
  ];
}
function versionsOf(failure, number, consoleTail) {
  const tail = consoleTail?.(failure.console);
  return [...tail === void 0 ? [] : [renderFailure(failure, number, tail)], renderFailure(failure, number), briefFailure(failure, number)];
}
function sizeOf(parts) {
  const encoder = new TextEncoder();
  return parts.reduce((sum, part) => sum + encoder.encode(part).length + 2, 0);
}

// src/app/results-directory.ts
import { join as join2 } from "node:path";

// src/host/read-inside.ts
import { lstatSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
function readTextInside(directory, path, maxBytes4) {
  if (path.includes("\0")) return void 0;
  const file = join(directory, path);
  try {
    if (!lstatSync(file).isFile()) return void 0;
    const root = realpathSync(directory);
    if (realpathSync(file) !== join(root, path) || !join(root, path).startsWith(root + sep)) return void 0;
    return readTextFile(file, maxBytes4);
  } catch (error) {
    if (isSystemError(error)) return void 0;
    throw error;
  }
}

// src/app/results-directory.ts
var mark = ".qemu-driver-test";
function prepareResultsDirectory(directory) {
  try {
    const refusal = refuseForeign(directory);
    if (refusal === void 0) emptyOurs(directory);
    return refusal;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${directory} cannot be used (${error.message}): give another with --out.`;
  }
}
function refuseForeign(directory) {
  const kind = kindOfFile(directory);
  if (kind === "nothing") return void 0;
  if (kind !== "directory") return `${directory} is not a directory: give another with --out.`;
  const names = listDirectory(directory);
  return names.length === 0 || names.includes(mark) ? void 0 : `${directory} holds something that is not ours: empty it, or give another directory with --out.`;
}
function emptyOurs(directory) {
  writeFileAt(join2(directory, mark), "Results of qemu-driver-test. The next run with the same --out replaces them.\n");
  for (const name of listDirectory(directory)) if (name !== mark) removeTree(join2(directory, name));
}
function writeResults(directory, results) {
  writeWhole(join2(directory, "results.json"), renderJson(results));
  writeWhole(join2(directory, "junit.xml"), renderJunit(results));
  writeWhole(join2(directory, "summary.md"), renderSummary(results));
  writeWhole(join2(directory, "report.html"), renderHtml(results, { readLog: logReader(directory), filesAt: "" }));
}
function writeSweep(directory, sweep) {
  writeWhole(join2(directory, "sweep.json"), `${JSON.stringify(sweep, void 0, 2)}
`);
}
function logReader(directory) {
  return (path) => readTextInside(directory, path, maxLogBytes);
}
function writeWhole(path, content) {
  const part = `${path}.part`;
  try {
    writeFileAt(part, content);
    movePath(part, path);
  } catch (error) {
    removeTree(part);
    if (isSystemError(error)) error.message = `${path}: ${error.message}`;
    throw error;
  }
}

// src/report/final-cells.ts
var maxRows2 = 16;
var maxLabelWidth = 32;
var widestMarks = 60;
function cellRows(results, look) {
  const rows = results.cells.map((cell) => rowOf(results, cell)).filter(({ tests }) => tests.length > 0);
  const isNotOk = ({ tests }) => tests.some(({ ok }) => !ok);
  const shown2 = rows.length <= maxRows2 ? rows : [...rows.filter(isNotOk), ...rows.filter((row) => !isNotOk(row))].slice(0, maxRows2);
  const left = rows.filter((row) => !shown2.includes(row));
  return [...alignRows(shown2, look), ...leftOut3(left, left.filter(isNotOk).length)];
}
function rowOf({ cells, tests }, cell) {
  const own = tests.filter((test) => test.cell === cell.id);
  const label = cellLabels(cells).get(cell.id) ?? cell.id;
  return { label: fitWidth(label, maxLabelWidth), tests: own, counted: countMarks(own), timings: timingsOf(cell, own) };
}
function timingsOf({ boot }, tests) {
  if (boot.outcome === "failed") return [`boot failed after ${formatDuration(boot.durationMs)}`, "boot failed"];
  const median = medianMs(tests.map(({ durationMs }) => durationMs));
  const each = median === void 0 ? "" : `${formatDuration(median)} a test`;
  return boot.outcome === "ok" ? [`boot ${formatDuration(boot.durationMs)}, then ${each}`, each] : [each];
}
function alignRows(rows, { columns, style }) {
  const widest2 = (text2) => Math.max(0, ...rows.map((row) => textWidth(text2(row))));
  const labelWidth2 = widest2(({ label }) => label);
  const countWidth = widest2(({ counted }) => counted);
  const room = Math.min(widestMarks, columns - labelWidth2 - countWidth - 7);
  const drawn = rows.map(({ tests }) => drawMarks(tests, room));
  const markWidths = drawn.map((marks) => marks.reduce((sum, { text: text2 }) => sum + textWidth(text2), 0));
  const markWidth = Math.max(0, ...markWidths);
  const timingWidth = columns - labelWidth2 - markWidth - countWidth - 10;
  return rows.map(({ label, counted, timings }, index) => {
    const marks = (drawn[index] ?? []).map(({ mark: mark2, text: text2 }) => paintMark(mark2, text2, style)).join("");
    const filled = marks + " ".repeat(markWidth - (markWidths[index] ?? 0));
    const timing = timings.find((text2) => textWidth(text2) <= timingWidth) ?? "";
    return `  ${padWidth(label, labelWidth2)}   ${filled}   ${padWidth(counted, countWidth)}   ${style.dim(timing)}`.trimEnd();
  });
}
function leftOut3(rows, notOk) {
  if (rows.length === 0) return [];
  return [`  and ${rows.length} more cells, ${notOk === 0 ? "all as expected" : `${notOk} of them not as expected`}`];
}

// src/report/final-failures.ts
var maxDetailed = 5;
var maxBrief2 = 10;
var maxReasonLines = 10;
var maxListed2 = 4;
var widest = 100;
var indent = "   ";
var labelWidth = 12;
function failureBlocks(results, look) {
  const failures = distinctFailures(results);
  const labels = cellLabels(results.cells);
  const place = (test) => labels.get(test.cell) ?? plainLine(test.cell);
  const head = (failure, why) => {
    const name = [`${failures.indexOf(failure) + 1}) ${plainLine(failure.test.id)}`, place(failure.test), why].filter((part) => part !== "");
    return headLine(name.join("   "), failure.test, look);
  };
  const detailed = failures.slice(0, maxDetailed).map((failure) => [head(failure, ""), ...details(failure, look, place)].join("\n"));
  const brief = failures.slice(maxDetailed, maxDetailed + maxBrief2).map((failure) => head(failure, plainLine(failure.finding?.title ?? failure.test.reason)));
  const more = failures.length - detailed.length - brief.length;
  if (more > 0) brief.push(`and ${more} more: ${look.directory}/summary.md`);
  return [...detailed, ...brief.length > 0 ? [brief.join("\n")] : []];
}
function headLine(name, { outcome, flaky }, { style, columns }) {
  const word = flaky === true ? `${outcome.toUpperCase()}, FLAKY` : outcome === "pass" || outcome === "skip" ? `${outcome.toUpperCase()}, NOT OK` : outcome.toUpperCase();
  const width = Math.min(widest, columns) - word.length;
  return `${style.bold(padWidth(fitWidth(name, width - 2), width))}${style.red(word)}`;
}
function details(failure, look, place) {
  const { test, finding, console } = failure;
  const excerpt = finding === void 0 ? { frames: [], lastWords: void 0 } : excerptReport(finding.report);
  const log = finding === void 0 ? test.stages.find(({ exitStatus }) => exitStatus !== 0)?.log : void 0;
  return [
    ...whatHappened(failure, look),
    ...frameLines(failure, excerpt, look),
    ...elsewhere(failure, look, place),
    ...labelled("last words", excerpt.lastWords === void 0 ? void 0 : fitWidth(plainLine(excerpt.lastWords), look.columns - indent.length - labelWidth)),
    ...labelled("output", log === void 0 ? void 0 : `${look.directory}/${plainLine(log)}`),
    ...labelled("console", `${look.directory}/${plainLine(console)}${finding === void 0 ? "" : `:${finding.line}`}`),
    ...labelled("post-mortem", postMortemDirectory(test, look)),
    ...labelled("again", plainText(test.reproduce)),
    ...labelled("shell", plainText(test.shell))
  ];
}
function whatHappened({ test, finding }, { columns }) {
  const reason2 = unexpectedPass(test) ?? test.reason;
  const texts = finding === void 0 || reason2.includes(finding.title) ? [reason2] : [finding.title, reason2];
  const lines = texts.flatMap((text2) => plainText(text2).trimEnd().split("\n")).flatMap((line2) => wrapLine(line2, columns - indent.length));
  const left = lines.length - maxReasonLines;
  return [...lines.slice(0, maxReasonLines), ...left > 0 ? [`\u2026 ${left} more lines in summary.md`] : []].map((line2) => indent + line2);
}
function wrapLine(line2, columns) {
  return textWidth(line2) <= columns ? [line2] : wrapWords(line2, columns);
}
function frameLines({ finding }, { frames }, { columns }) {
  const source = finding?.source === void 0 ? [] : [`${plainLine(finding.source.file)}:${finding.source.line}   \u2190 first frame in your code`];
  return [...source, ...frames.map(plainLine)].map((line2) => `${indent}  ${fitWidth(line2, columns - indent.length - 2)}`);
}
function elsewhere({ test, tests }, look, place) {
  const others = tests.slice(1).map((other) => {
    if (other.id === test.id) return place(other);
    return other.cell === test.cell ? plainLine(other.id) : `${plainLine(other.id)} in ${place(other)}`;
  });
  if (others.length === 0) return [];
  const more = others.length > maxListed2 ? ` and ${others.length - maxListed2} more` : "";
  const lines = wrapWords(others.slice(0, maxListed2).join(", ") + more, look.columns - indent.length - labelWidth);
  return lines.map((line2, index) => `${indent}${(index === 0 ? "also" : "").padEnd(labelWidth)}${line2}`);
}
function postMortemDirectory({ postMortem: postMortem2 }, look) {
  const first = postMortem2?.files[0];
  return first === void 0 ? void 0 : `${look.directory}/${plainLine(first.slice(0, first.lastIndexOf("/") + 1))}`;
}
function labelled(label, value) {
  return value === void 0 ? [] : [`${indent}${label.padEnd(labelWidth)}${value}`];
}

// src/report/final.ts
function renderFinal(results, options) {
  const look = { style: createStyle(options.color), columns: Math.max(40, options.columns), directory: options.resultsDirectory };
  const { style } = look;
  const verdict = style.bold(results.exitStatus === 0 ? style.green(verdictLine(results)) : style.red(verdictLine(results)));
  const parts = [cellRows(results, look).join("\n"), ...failureBlocks(results, look), verdict];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}

export {
  cellLabels,
  verdictLine,
  notOkWords,
  distinctFailures,
  mostImportantFirst,
  unexpectedPass,
  excerptReport,
  renderHtml,
  renderJson,
  renderJunit,
  renderSummary,
  prepareResultsDirectory,
  writeResults,
  writeSweep,
  logReader,
  failureBlocks,
  renderFinal
};
