/** The lesson's player. It runs in whatever browser opens the file, so it is plain and keeps to what all of them know. */
export const lessonScript = `
(function(){
var scenes=JSON.parse(document.getElementById("lesson").textContent),nodes=[].slice.call(document.querySelectorAll(".scene"));
var by=function(id){return document.getElementById(id)},stage=by("stage"),caption=by("caption"),play=by("play"),seek=by("seek");
var starts=[],total=0;scenes.forEach(function(s){starts.push(total);total+=s.seconds});
var begun=false,current=0,at=0,playing=false,last=0;
function sound(){return nodes[current].querySelector("audio")}
function show(index,offset){
  if(begun){by("cover").hidden=true}
  var old=sound();if(old){old.pause()}
  current=Math.max(0,Math.min(nodes.length-1,index));at=offset||0;
  nodes.forEach(function(n,i){n.hidden=true});
  void nodes[current].offsetWidth;nodes[current].hidden=false;
  var a=sound();if(a){try{a.currentTime=Math.max(0,at-lead)}catch(e){}}
  if(at>0){[].forEach.call(nodes[current].getAnimations?nodes[current].getAnimations({subtree:true}):[],function(x){x.currentTime=at*1000})}
  paint()}
var lead=.5;
function setPlaying(on){playing=on;play.textContent=on?"❚❚":"▶";play.setAttribute("aria-label",on?"Pause":"Play");by("cover").hidden=true;
  stage.classList.toggle("paused",!on);last=performance.now();
  var a=sound();if(!on&&a){a.pause()}
  if(on){requestAnimationFrame(tick)}}
function tick(now){
  if(!playing){return}
  at+=Math.min(.25,(now-last)/1000);last=now;
  var a=sound();
  if(a&&at>=lead&&a.paused&&!a.ended&&at<scenes[current].seconds){a.play().catch(function(){})}
  if(at>=scenes[current].seconds){
    if(current<nodes.length-1){show(current+1,0)}else{at=scenes[current].seconds;setPlaying(false)}}
  paint();requestAnimationFrame(tick)}
function clock(s){s=Math.floor(s);return Math.floor(s/60)+":"+("0"+s%60).slice(-2)}
function paint(){
  var cue=scenes[current].cues.filter(function(c){return at>=c.start&&at<c.end})[0];
  var text=cue?cue.text:"";if(caption.textContent!==text){caption.textContent=text}
  seek.value=String(Math.round((starts[current]+at)/total*1000));
  by("time").textContent=clock(starts[current]+at)+" / "+clock(total)}
play.onclick=function(){if(!playing&&current===nodes.length-1&&at>=scenes[current].seconds){show(0,0)}setPlaying(!playing)};
by("begin").onclick=function(){setPlaying(true)};
by("next").onclick=function(){show(current+1,0)};
by("back").onclick=function(){show(at>2?current:current-1,0)};
by("captions").onclick=function(){var off=stage.classList.toggle("nocaptions");this.setAttribute("aria-pressed",String(!off))};
seek.oninput=function(){var t=seek.value/1000*total,i=starts.length-1;while(i>0&&starts[i]>t){i--}show(i,Math.min(t-starts[i],scenes[i].seconds-.05));if(playing){setPlaying(true)}};
document.addEventListener("keydown",function(e){
  if(/INPUT|BUTTON|SUMMARY/.test(e.target.tagName)){return}
  if(e.key===" "){e.preventDefault();play.click()}else if(e.key==="ArrowRight"){show(current+1,0)}else if(e.key==="ArrowLeft"){show(current-1,0)}else if(e.key==="c"){by("captions").click()}});
stage.classList.add("paused");show(0,0);begun=true;
})();
`;
