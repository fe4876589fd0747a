/** The lesson's looks; motion stops where the reader's system asks for less of it. */
export const lessonStyle = `
:root{color-scheme:light;--ink:#14213d;--accent:#c2410c;--paper:#f6f1e7;font-family:Inter,system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--ink);background:var(--paper)}
*{box-sizing:border-box}
body{margin:0}
main{max-width:max(480px,min(1100px,(100vh - 210px)*16/9 + 64px));margin:0 auto;padding:clamp(12px,3vw,32px)}
h1{font-size:clamp(1.2rem,2.6vw,1.9rem);margin:0 0 .7em;line-height:1.2}
#stage{position:relative;background:#fff;border-radius:14px;aspect-ratio:16/9;overflow:hidden;box-shadow:0 1px 3px #0002,0 12px 40px #14213d1a}
.scene{position:absolute;inset:0;padding:5% 7% 15%;display:flex;flex-direction:column}
.scene[hidden]{display:none}
.number{position:absolute;right:4%;top:0;margin:0;font-size:clamp(3rem,11vw,8rem);font-weight:800;color:#14213d0f;line-height:1.2}
h2{font-size:clamp(1.1rem,3.2vw,2.2rem);margin:0 0 .6em;line-height:1.15;max-width:85%;animation:rise .6s both}
h2::before{content:"";display:block;width:56px;height:5px;background:var(--accent);margin-bottom:.5em;border-radius:3px}
ul{margin:auto 0;padding:0;list-style:none;display:grid;gap:.7em}
li{line-height:1.35}
.scene li{font-size:clamp(.95rem,2.3vw,1.55rem);padding-left:1.3em;position:relative;animation:rise .7s both}
.scene li::before{content:"";position:absolute;left:0;top:.42em;width:.55em;height:.55em;border-radius:50%;background:var(--accent)}
.statement{justify-content:center}
.statement h2{font-family:"Source Serif 4",Georgia,serif;font-size:clamp(1.5rem,5.4vw,3.9rem)}
.diagram{flex:1;min-height:0;display:flex;justify-content:center;align-items:center}
.diagram>svg{width:100%;height:100%;max-height:100%}
.node,.edge-label{animation:rise .6s both}
.edge{stroke-dasharray:1;animation:draw .7s both;stroke-width:1.6}
.paused *{animation-play-state:paused!important}
@keyframes rise{from{opacity:0;transform:translateY(14px)}to{opacity:1;transform:none}}
@keyframes draw{from{stroke-dashoffset:1;opacity:0}to{stroke-dashoffset:0;opacity:1}}
#caption{position:absolute;left:50%;bottom:4%;transform:translateX(-50%);margin:0;max-width:88%;padding:.35em .8em;border-radius:8px;background:#0b1020d9;color:#fff;font-size:clamp(.8rem,1.9vw,1.2rem);line-height:1.35;text-align:center}
#caption:empty,.nocaptions #caption{display:none}
#cover{position:absolute;inset:0;display:flex;flex-direction:column;align-items:flex-start;justify-content:center;gap:clamp(14px,4vw,40px);padding:5% 7%;background:var(--ink)}
#cover p{margin:0;max-width:92%;color:#fff;font-family:"Source Serif 4",Georgia,serif;font-weight:600;font-size:clamp(1.4rem,5.4vw,3.9rem);line-height:1.15;text-wrap:balance;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;overflow:hidden}
#cover[hidden]{display:none}
h2.again{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h2.again+.diagram{margin-top:4%}
.scene h2.again+ul li{font-size:clamp(1.05rem,2.9vw,2rem)}
#begin{flex:none;width:clamp(56px,9vw,96px);aspect-ratio:1;padding:0;border:0;border-radius:50%;background:var(--accent);cursor:pointer;box-shadow:0 6px 24px #0003}
#begin svg{width:54%;fill:#fff;vertical-align:middle}
#controls{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:14px 0}
#controls button{font:inherit;font-size:.95rem;padding:.45em .8em;border:1px solid #14213d40;border-radius:8px;background:#fff;color:var(--ink);cursor:pointer;min-height:40px}
#controls button[aria-pressed=true]{background:var(--ink);color:#fff}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
#seek{flex:1;min-width:120px;accent-color:var(--accent)}
details{margin-top:8px}
@media (prefers-reduced-motion:reduce){.scene *{animation-duration:.01s!important;animation-delay:0s!important}}
`;
