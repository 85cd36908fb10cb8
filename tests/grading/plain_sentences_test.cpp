// Plain sentences that affirm and deny: what a person would hear in each of them, pith must hear
// too.
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

namespace pith::grading {
namespace {

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kEnglish = R"(
h--|Run a load test first.
hh-|A load test and a rollback plan.
hhh|Load test, rollback plan, feature flags.
h--|I'd do a load test but no rollback plan.
-h-|Not a load test but a rollback plan.
-h-|Rather than a load test, prepare a rollback plan.
h--|A load test rather than a rollback plan.
hh-|Not only a load test but also a rollback plan.
hh-|Don't forget the load test and the rollback plan.
h--|You can't do without a load test.
h--|Never release without a load test.
h--|There is no release without a load test.
h--|No one should skip the load test.
h--|You must not skip the load test.
---|You can skip the load test.
---|Skip the load test.
---|A load test is a waste of time.
---|A load test isn't necessary.
---|There is no need for a load test.
---|You don't need a load test.
---|I would never do a load test.
---|Nobody needs a load test.
---|Forget about the load test.
---|A load test is unnecessary.
---|Avoid load tests.
---|A load test would be a mistake.
h--|It would be a mistake not to run a load test.
h--|Not running a load test would be a mistake.
h--|Skipping the load test is a mistake.
h--|It is wrong to release without a load test.
h--|A load test is not optional.
h--|A load test is never a waste.
hh-|A load test is necessary, and so is a rollback plan.
h--|A load test is necessary; a rollback plan isn't.
h--|A load test yes, a rollback plan no.
-h-|A load test no, a rollback plan yes.
h--|A load test, but I wouldn't bother with a rollback plan.
---|Neither a load test nor a rollback plan is needed.
hh-|Both a load test and a rollback plan are needed.
h--|If you don't run a load test, you will regret it.
h--|Without a load test you risk an outage.
h--|Don't release until the load test is done.
---|Some say you need a load test, but I disagree.
h--|Some say a load test is useless, but I disagree.
h--|People think a load test is useless. They are wrong.
---|A load test? Don't bother.
h--|A load test? Of course.
---|Load test: no.
h--|Load test: yes.
h--|Load test: yes. Rollback plan: no.
---|Load tests are overrated.
---|I'm against load tests.
---|Stop doing load tests.
h--|I can't imagine a release without a load test.
h--|Why would anyone release without a load test?
---|Why would anyone run a load test?
---|Who needs a load test?
h--|Who would release without a load test?
h--|I think, no, I'm sure: a load test.
-h-|A load test, no wait, I mean a rollback plan.
h--|We had an outage because there was no load test.
h--|Do a load test, not a rollback plan.
-h-|Do a rollback plan, not a load test.
hh-|Do a load test; do not neglect the rollback plan.
hh-|It's no use without a load test and a rollback plan.
h--|Load testing.
h--|We load-test it first.
h--|Test it under load.
h--|Measure the behaviour under heavy traffic.
-h-|Be able to go back to the old version.
--h|Switches that turn new parts on and off.
hhh|1. load test 2. rollback plan 3. feature flags
hhh|- load test; rollback plan; feature flags
hhh|load test; rollback plan; feature flags
hhh|load test / rollback plan / feature flags
hhh|First, load test. Second, rollback plan. Third, feature flags.
hhh|load test -> feature flags -> rollback plan
hh-|I'd start with a load test, followed by a rollback plan.
hh-|A load test is important, and don't forget to have a rollback plan.
hh-|You need not only a load test, you need a rollback plan too.
h--|You need a load test. You do not need a rollback plan.
h--|You need a load test; what you don't need is a rollback plan.
h--|You need a load test, but a rollback plan is overkill.
h--|Load test: a must. Rollback plan: pointless.
h--|Yes to a load test, no to a rollback plan.
-h-|It isn't the load test that matters but the rollback plan.
h--|It's the load test that matters.
h--|Nothing matters more than the load test.
h--|There's nothing better than a load test.
h--|I wouldn't go live without a load test.
h--|I would not release before a load test has been done.
---|We never did a load test and never needed one.
---|A load test costs too much and brings nothing.
---|I see no reason for a load test.
---|There's no point in a load test.
---|I wouldn't waste time on a load test.
---|It's pointless to run a load test.
---|Running a load test makes no sense.
---|Load tests don't help.
---|Load tests are not worth the effort.
---|Load tests can wait.
---|Leave out the load test.
---|Do without the load test.
---|You can do without a load test.
---|The load test can be dropped.
---|I'd rather not run a load test.
---|Under no circumstances run a load test.
---|By no means should you run a load test.
h--|By all means run a load test.
h--|Do not underestimate the load test.
h--|Don't be afraid of a load test.
h--|Don't hesitate to run a load test.
h--|You can't go wrong with a load test.
h--|A load test can't hurt.
h--|A load test never hurts.
h--|Nobody should release without a load test.
h--|The load test must not be missing.
h--|The load test must not be forgotten.
h--|The load test shouldn't be neglected.
---|The load test may be neglected.
---|Ignore the load test.
h--|Don't ignore the load test.
-h-|Instead of a load test I'd prepare a rollback plan.
-h-|I'd choose a rollback plan over a load test.
-h-|I'd sooner prepare a rollback plan than run a load test.
h--|Without a load test you won't get far.
hh-|Without a load test and a rollback plan you won't get far.
---|The load test can go.
---|A load test is the last thing I'd do.
---|Load test, rollback plan, feature flags: none of these matters.
---|Load test, rollback plan: all of it is pointless.
h--|You can't do too much load testing.
h--|No one can deny that a load test pays.
h--|The release failed because we hadn't run a load test.
---|Everyone swears by a load test, but they are mistaken.
-h-|Skip the load test and get a rollback plan ready.
---|No load test and no rollback plan.
h--|A load test is too important to skip.
h--|Not running a load test means trouble.
---|The less load testing the better.
---|My colleague says a load test helps. I disagree.
-h-|A load test? Nobody has time for that nonsense. Prepare a rollback plan.
h--|A load test? Don't wait.
h--|Releasing is harder without a load test.
h--|I'd rather delay the release than skip the load test.
h--|With a load test there is no risk.
h--|The release failed because we skipped the load test.
h--|The release failed because the load test was skipped.
h--|A new service is worthless without a load test.
h--|There's no better way to find the limits than a load test.
h--|Run the load test now, don't wait.
---|Don't wait for a load test.
-hh|No load test / rollback plan / feature flags
h--|Some start ten tests and finish none of them; I run one load test.
h--|A load test is for those who need to know the limits.
hh-|A load test and a rollback plan, the rest I forgot.
hh-|Load test, rollback plan, I can't remember the rest.
hh-|Load test. Rollback plan. I'd have to look up the last one.
h--|A load test, and two more I can't remember.
h--|Load test first. I don't remember the other two.
hh-|Load test and rollback plan. Don't know more.
hh-|Load test, rollback plan, dunno more sorry.
hh-|Load test, rollback plan... hmm what else, no idea.
hh-|Load test, rollback plan; no idea what else.
--h|Feature flags. That's all I remember.
--h|Feature flags. There was something else, I forgot.
hh-|Load test, rollback plan, the third one escapes me.
-h-|The load test I forgot how to explain, then a rollback plan.
-hh|I don't know about load tests, but there is the rollback plan and the feature flags.
---|Load test, I have no idea what that is.
h--|Just the load test; everything else is a waste of time.
h--|Load test. Nothing else matters.
h--|The load test, the rollback plan, no, wait: only the load test.
h-h|A load test is number one, rollback is two, no, feature flags are two.
---|A load test makes no difference, that's a myth.
h--|Some say a load test is useless, that's a myth.
h--|A load test is useless? That's a myth.
h--|They say load tests are useless, but that's nonsense.
---|Load tests are useless, that's nonsense.
)";

const char* const kChinese = R"(
h--|先做用户调研。
hh-|用户调研和现金储备。
hhh|用户调研、现金储备、核心团队。
h--|要做用户调研，但不需要现金储备。
-h-|不是用户调研，而是现金储备。
-h-|与其做用户调研，不如攒现金储备。
hh-|不仅要做用户调研，还要有现金储备。
hh-|不光是用户调研，现金储备也不能少。
hh-|别忘了用户调研和现金储备。
h--|用户调研不能省。
h--|用户调研必不可少。
h--|用户调研不可或缺。
h--|离不开用户调研。
h--|没有用户调研，公司站不稳。
h--|不做用户调研，公司迟早完蛋。
h--|不做用户调研是错误的。
h--|不做用户调研不行。
h--|不能不做用户调研。
h--|非做用户调研不可。
h--|用户调研不做不行。
h--|绝不能跳过用户调研。
h--|谁说用户调研没用？
h--|难道不该做用户调研吗？
h--|有人说用户调研没用，我不同意。
---|有人说要做用户调研，我不同意。
---|用户调研没用。
---|用户调研？没用。
---|用户调研完全没必要。
---|用户调研是浪费时间。
---|用户调研就算了吧。
---|不要做用户调研。
---|不做用户调研。
---|别搞用户调研。
---|何必做用户调研呢？
---|用户调研有什么用？
---|用户调研可有可无。
---|用户调研不重要。
---|用户调研没人做。
---|我反对用户调研。
---|取消用户调研。
---|先不谈用户调研。
h--|用户调研要做，现金储备不要。
-h-|用户调研不要，现金储备要。
h--|用户调研：要。现金储备：不要。
hh-|用户调研要做，现金储备也要有。
hh-|用户调研不能少，现金储备不能缺。
---|用户调研和现金储备都不需要。
---|既不需要用户调研，也不需要现金储备。
hh-|用户调研和现金储备缺一不可。
hh-|用户调研和现金储备都不能少。
h--|除非做过用户调研，否则别开张。
h--|只有做了用户调研才能站稳。
h--|只要做好用户调研就行。
-h-|不对，不是用户调研，应该是现金储备。
-h-|用户调研……不对，应该是现金储备。
h--|用户调研不是浪费时间。
h--|用户调研绝不是走过场。
h--|光有钱不行，还要做用户调研。
h--|用户调研不怕花时间。
h--|用户调研不要怕麻烦。
hhh|1、用户调研 2、现金储备 3、核心团队
hhh|首先用户调研，其次现金储备，最后核心团队。
hhh|一是用户调研；二是现金储备；三是核心团队。
hhh|用户调研/现金储备/核心团队
hhh|用户调研 现金储备 核心团队
hh-|用户调研很重要，现金储备同样重要。
hh-|既要用户调研，又要现金储备。
hh-|除了用户调研，还要现金储备。
hh-|用户调研之外，现金储备也要。
h--|用户调研就够了，现金储备用不着。
h--|用户调研够了，不用现金储备。
h--|只要用户调研，不要现金储备。
-h-|用户调研没用，现金储备有用。
-h-|用户调研不如现金储备。
h--|没有什么比用户调研更重要。
h--|再忙也不能不做用户调研。
h--|用户调研怎么强调都不过分。
h--|用户调研马虎不得。
h--|用户调研省不得。
h--|不能忽视用户调研。
h--|用户调研不容忽视。
h--|用户调研不应该被忽略。
h--|决不放弃用户调研。
---|放弃用户调研。
---|用户调研可以省掉。
---|用户调研能省则省。
---|用户调研就是个笑话。
---|用户调研纯属浪费钱。
---|没必要做用户调研。
---|用户调研这种事不用管。
---|用户调研根本不靠谱。
---|千万别做用户调研。
h--|千万别忘了用户调研。
h--|千万别省用户调研。
h--|不要舍不得做用户调研。
---|用户调研做了也白做。
---|做用户调研纯粹是自欺欺人。
---|与用户调研无关。
---|我看不出用户调研有什么意义。
h--|如果不做用户调研，就会失败。
h--|要是没做用户调研，产品肯定卖不动。
h--|缺了用户调研，产品卖不动。
h--|少了用户调研可不行。
h--|一定要做用户调研，不然会亏钱。
h--|做用户调研，否则会亏钱。
h--|不是不做用户调研，而是要做得更细。
h--|用户调研不是可选项。
h--|用户调研不是做不做的问题，是怎么做的问题。
---|用户调研做不做都无所谓。
-h-|与其做用户调研，不如多留现金储备。
h--|不做用户调研，迟早要出事。
h--|谁也不能否认用户调研的作用。
h--|用户调研不能拖，也不能免。
h--|再忙也不能丢掉用户调研。
---|老师总叫我们做用户调研，我不同意这个看法。
---|有人主张做用户调研，我觉得完全错了。
---|用户调研、现金储备、核心团队，这些都没用。
h--|要是没人做用户调研，产品卖不动都不知道。
h--|没做过用户调研就开张，等于送死。
---|用户调研和现金储备，这两样都没必要。
h--|用户调研再仔细也不过分。
-h-|用户调研？那是骗人的把戏，提都别提。先留现金储备。
h--|用户调研？当然要做，别拖。
h--|没有用户调研，不准开发产品。
h--|没有用户调研，我不敢签合同。
h--|没有用户调研，老板不敢签合同。
h--|没做用户调研的产品不准上市。
h--|没有用户调研就不要开店，开不下去。
h--|光有热情没有用户调研，走不远。
-h-|没有用户调研，也没有核心团队，只有现金储备。
h--|用户调研一定要做，别拖。
h--|用户调研做起来，别怕，别犹豫。
h--|用户调研这件事不能停，停了就心里没数。
h--|用户调研最不能大意。
---|用户调研？别做。
h--|先做用户调研，不要影响日常工作。
hh-|用户调研 / 现金储备 / 不发传单
h--|用户调研要做，其他的不记得了。
hh-|用户调研、现金储备，别的忘了。
hh-|用户调研。现金储备。其余的想不起来了。
hh-|先做用户调研，再留现金储备，还有一个忘了。
hh-|先做用户调研，再留现金储备，第三个记不清了。
hh-|用户调研，现金储备。还有啥来着……
h--|用户调研吧，其他真想不起来。
h--|用户调研，别的不知道。
--h|核心团队，其他的没背。
-h-|用户调研我不懂，现金储备要有。
h--|用户调研要做，其他的都没用。
h--|用户调研最要紧，其他的先不说。
h--|只做用户调研，剩下的都不需要。
---|用户调研没有用，那是瞎说。
h--|有人说用户调研没有用，那是瞎说。
)";

const char* const kHedged = R"(
h--|Maybe a load test?
h--|I'm not sure, but a load test.
h--|Not sure. A load test?
h--|Isn't it the load test?
h--|A load test I guess, not sure though.
hh-|Load test, I think. Rollback plan, probably. No idea about more.
h--|I can only think of the load test.
h--|Nothing but a load test comes to mind.
h--|All I can remember is the load test.
h--|I only know the load test.
h--|I don't know... a load test?
hh-|I forgot the exact word, but something like a load test and a way back, a rollback plan.
h--|Sorry I'm late. A load test.
h--|No clue, honestly. Load test?
h--|Wasn't it the load test or so?
h--|Doesn't one run a load test?
h--|Shouldn't we do a load test?
h--|Why not run a load test?
h--|Can't hurt to run a load test.
h--|No harm in a load test.
h--|It wouldn't hurt to do a load test.
h--|I wouldn't release before the load test is green.
h--|A load test, if nothing else.
h--|A load test at the very least, no matter what.
h--|A load test, no doubt.
h--|A load test, no question.
h--|Without doubt a load test.
hh-|A load test and, last but not least, a rollback plan.
h--|A load test, not that anybody ever does it.
h--|We never did it at work, but a load test.
h--|My boss hates it, but you need a load test.
h--|A load test, don't ask me why.
h--|I have never done one, but a load test.
hh-|load test + rollback plan, ok?
hh-|load test & rollback plan :)
hh-|1) load test 2) rollback plan
hh-|1load test 2rollback plan
hh-|First of all no release without a load test. Second, never go live if you can't roll back, so a rollback plan.
-hh|Hmm, not the load test, that was for databases. Rollback plan and feature flags.
h--|A load test. Is that right?
h--|Load test, right?
h--|Load test, correct me if I'm wrong.
h--|It's a load test, if I'm not mistaken.
h--|If I remember correctly, a load test.
h--|If I'm not wrong it was a load test.
h--|Unless I'm mistaken: load test.
---|I was ill when we had this.
---|We haven't had this in class yet.
---|Can you repeat the question?
---|What do you mean by service?
---|Good question!
---|Let me think about it for a moment.
---|That depends.
---|It depends on the service, really.
---|I'd ask a colleague.
---|I would google it.
---|lol no
)";

const char* const kHedgedChinese = R"(
h--|可能是用户调研吧？
h--|不太确定，用户调研？
h--|我不确定，是不是用户调研？
h--|好像是用户调研，记不太清了。
h--|用户调研吧，我也不知道对不对。
h--|用户调研，不知道对不对。
h--|只记得用户调研。
h--|我只知道一个用户调研。
h--|我就知道用户调研。
h--|只想得起用户调研。
h--|是用户调研，没错吧？
h--|如果没记错的话，是用户调研。
h--|没记错的话是用户调研。
h--|要是我没弄错，应该是用户调研。
h--|难道不是用户调研？
h--|不就是用户调研嘛。
h--|无非就是用户调研。
h--|不外乎用户调研。
hh-|无非是用户调研和现金储备。
h--|用户调研，毫无疑问。
h--|毫无疑问是用户调研。
h--|不用说，用户调研。
h--|用户调研就不用说了。
h--|别的不敢说，用户调研肯定要。
h--|用户调研，别问我为什么。
h--|用户调研，说不出为什么。
hh-|1用户调研2现金储备
hh-|用户调研➕现金储备
hh-|用户调研&现金储备
hh-|用户调研、现金储备什么的。
hh-|用户调研，现金储备之类的。
h--|用户调研（不确定）
h--|我没做过，但应该是用户调研。
h--|虽然我们公司从来不做，但用户调研是必须的。
-h-|不是用户调研，那是别的题。现金储备。
h--|用户调研，对吧？
h--|用户调研，不是吗？
h--|老师讲过用户调研，具体怎么做我忘了。
---|这题我请假了没听。
---|没学到这里。
---|能再说一遍题目吗？
---|这要看情况。
---|看公司吧，不一样。
---|我百度一下。
---|哈哈哈不会
---|让我想一想。
)";

const char* const kTalk = R"(
-h-|Load test... hmm no, rollback plan.
-h-|Load test? No, rollback plan.
-h-|A load test, oh wait, that's wrong, a rollback plan.
-h-|A load test. Actually no. A rollback plan.
-h-|The load test, nope, the rollback plan.
-h-|I was going to say load test but it's the rollback plan.
hh-|Load test and then... what was it... rollback plan!
hh-|Load test, er, rollback, rollback plan.
hh-|Load test or was it stress test, anyway, and a rollback plan.
h--|Load testing, not to be confused with unit testing.
h--|You load test it, you don't just hope.
h--|Don't just hope it works: load test it.
h--|Don't hope, load test.
h--|Nobody likes it, but load test.
h--|It's boring but you have to do a load test.
h--|It takes time, I know, but a load test.
h--|Even if it is expensive, run a load test.
h--|Load test it even if nobody asks for it.
h--|A load test, no matter how small the service.
h--|No service is too small for a load test.
h--|There's no way around a load test.
h--|Can't release without having done a load test, can you?
h--|You'd be mad not to load test.
h--|Only a fool skips the load test.
h--|I'd never skip the load test.
h--|If there is only time for one thing, a load test.
h--|A load test comes first, nothing before it.
h--|Before anything else a load test.
h--|What else but a load test?
h--|Nothing beats a load test.
h--|A load test beats everything else.
h--|More important than anything else is the load test.
h--|I can't stress enough how important a load test is.
h--|I couldn't sleep without a load test.
h--|I wouldn't dare release it without a load test.
h--|We don't release until the load test passes.
h--|No load test, no go.
h--|No load test no release.
---|Load test my foot.
---|A load test? What for?
---|Load test? Nah.
---|Load tests are for cowards.
---|Load tests only slow you down.
---|Load tests just cost money.
---|You can do without a load test.
---|A load test can wait.
---|I'd leave out the load test.
---|I'd drop the load test.
---|The load test is the first thing I'd cut.
---|Save yourself the load test.
---|No time for load tests.
---|Who has time for load tests?
---|Load tests were useful once, not any more.
---|Nobody does load tests these days.
---|A load test tells you nothing.
---|A load test proves nothing.
---|I see no point in a load test.
---|I fail to see the point of a load test.
---|A load test isn't worth it.
---|A load test isn't worth the trouble.
---|A load test would only delay things.
---|Never mind the load test.
---|Screw the load test.
)";

const char* const kTalkChinese = R"(
-h-|用户调研……嗯不对，现金储备。
-h-|用户调研？不，现金储备。
-h-|用户调研，哦不，是现金储备。
-h-|我本来想说用户调研，其实是现金储备。
hh-|用户调研，还有那个……叫什么……现金储备！
hh-|用户调研啊，现金啊，储备现金啊这些。
h--|别光想，去做用户调研。
h--|别瞎猜，做用户调研。
h--|不能凭感觉，要做用户调研。
h--|虽然麻烦，但还是得做用户调研。
h--|再贵也得做用户调研。
h--|哪怕没人要求，也要做用户调研。
h--|用户调研绕不过去。
h--|用户调研跑不掉。
h--|用户调研躲不开。
h--|没有比用户调研更要紧的。
h--|除了用户调研没别的办法。
h--|除了用户调研还能有啥。
h--|不做用户调研心里没底。
h--|没做过用户调研我可不敢开张。
h--|傻子才不做用户调研。
h--|谁不做用户调研谁吃亏。
h--|用户调研都不做还开什么公司。
h--|不做用户调研怎么行。
h--|不做用户调研等于瞎干。
---|用户调研算了吧。
---|用户调研就算了。
---|用户调研有啥用。
---|用户调研能有什么用？
---|谁有空做用户调研。
---|没时间做用户调研。
---|用户调研太慢了，不做也罢。
---|用户调研是大公司玩的。
---|用户调研只会拖慢进度。
---|用户调研说明不了什么。
---|用户调研都是骗人的。
---|现在谁还做用户调研啊。
---|用户调研早过时了。
---|用户调研可有可无。
---|用户调研爱做不做。
---|不做用户调研也没什么。
---|不做用户调研照样活得好好的。
---|不做用户调研一样能成。
---|没有用户调研也能成功。
---|用户调研不着急。
---|用户调研？拉倒吧。
---|用户调研？免了。
---|用户调研这玩意儿坑人。
)";

const char* const kPan = R"(
h--|不能泡水。
h--|千万别泡水。
h--|别泡水。
h--|禁止泡水。
h--|避免泡水。
h--|泡水可不行。
h--|泡水是不行的。
h--|泡水是大忌。
h--|不可以泡水。
-h-|千万别用钢丝球刷。
-h-|不要用钢丝球刷。
-h-|用钢丝球刷不行。
---|可以用钢丝球刷。
---|最好用钢丝球刷。
)";

const char* const kPot = R"(
h--|Don't soak it.
h--|Do not soak it.
h--|You must not soak it.
h--|Never ever soak it.
-h-|No scrubbing with steel wool.
-h-|Avoid scrubbing it with steel wool.
-h-|You shouldn't scrub it with steel wool.
---|Soak it.
---|You can soak it.
---|Soak it overnight.
---|Scrub it with steel wool.
---|You should scrub it with steel wool.
---|Scrubbing it with steel wool is fine.
)";

const char* const kFire = R"(
h--|千万别坐电梯。
h--|坐电梯。
-h-|别回去拿财物。
-h-|千万别回去拿财物。
-h-|回去拿财物。
--h|发烫的门别开。
hh-|坐电梯、回去拿财物
---|应该坐电梯。
---|坐电梯最快。
---|可以回去拿财物。
)";

const char* const kBurn = R"(
h--|Ice on the skin
h--|Putting ice on the skin.
-h-|Open the blisters.
-h-|Never open the blisters.
--h|Butter on it.
hh-|ice on the skin, opening blisters
---|You should always open blisters.
---|Butter is best.
---|You can put butter on it.
)";

const char* const kListed = R"(
hh-|load test -> rollback plan
hh-|load test → rollback plan
hh-|load test｜rollback plan
hh-|load_test rollback_plan
hh-|load-test rollback-plan
hh-|LOAD TEST ROLLBACK PLAN
hh-|load test/rollback plan
hh-|load test \ rollback plan
hh-|a) load test b) rollback plan
hh-|load test - rollback plan
hh-|load test – rollback plan
hh-|load test… rollback plan
hh-|(load test) [rollback plan]
hh-|**load test** _rollback plan_
hh-|load test;rollback plan
hh-|load test,rollback plan
hh-|load test.rollback plan
)";

const char* const kListedChinese = R"(
hh-|用户调研→现金储备
hh-|用户调研★现金储备
hh-|用户调研｜现金储备
hh-|用户调研＋现金储备
hh-|用户调研+现金储备
hh-|用户调研＆现金储备
hh-|用户调研👍现金储备
hh-|用户调研 现金储备
hh-|1用户调研 2现金储备
hh-|1。用户调研 2。现金储备
hh-|1.用户调研2.现金储备
hh-|（1）用户调研（2）现金储备
hh-|①用户调研②现金储备
hh-|一、用户调研二、现金储备
hh-|A用户调研B现金储备
hh-|用户调研=>现金储备
hh-|用户调研~现金储备
hh-|用户调研——现金储备
hh-|用户调研…现金储备
hh-|用户调研·现金储备
hh-|用户调研\现金储备
hh-|用户调研_现金储备
hh-|#用户调研 #现金储备
hh-|*用户调研*现金储备
)";

const char* const kRain = R"(
-h-|Don't drive through deep puddles.
-h-|Never go through a deep puddle.
hh-|Slow down and stay out of deep puddles.
---|You don't need to avoid puddles.
---|No need to avoid deep puddles.
---|I don't avoid deep puddles.
)";

const char* const kDrone = R"(
h--|Not near an airport.
h--|You can't fly it near an airport.
-h-|Don't fly above a crowd.
hhh|Airport, crowd, dark.
hh-|Near an airport it's forbidden, and never above a crowd.
---|You can fly near an airport.
---|Flying above a crowd is fine.
--h|In the dark it is not allowed.
)";

const char* const kHeart = R"(
h--|They can't breathe well when climbing stairs.
--h|The patient doesn't sleep well.
---|There is no shortness of breath.
---|Not poor sleep.
)";

const char* const kCamp = R"(
h--|别在河滩上扎营。
h--|不要睡在河滩。
h--|帐篷不能搭在河滩上。
---|不用避开河滩。
---|没必要避开河滩。
)";

const char* const kPhotos = R"(
h--|展品怕光的时候不能拍。
-h-|有人做礼拜就别拍。
hh-|怕光的展品不许拍，做礼拜的时候也不行。
--h|门口挂着禁止牌的不准拍。
---|展品怕光也可以拍。
---|做礼拜的时候随便拍没事。
h--|展品怕光。
)";

deck::Item release() {
  return test::item(
      "en", "How do you release a new service?",
      {test::point("load test", "Measure how it behaves under heavy traffic."),
       test::point("rollback plan", "Prepare the way back to the old version."),
       test::point("feature flags", "Switch new parts on and off without a new release.")});
}

deck::Item founding() {
  return test::item("zh", "公司怎么站稳脚跟？",
                    {test::point("用户调研", "问卷和访谈，弄清客户真正要什么。"),
                     test::point("现金储备", "账上留够半年开销的钱。"),
                     test::point("核心团队", "招到懂行又肯干的人。")});
}

/// Points that keep away from something, or name a lack.
deck::Item rain() {
  return test::item("en", "What do you do when you drive in heavy rain?",
                    {test::point("slow down", "Wet roads give less grip."),
                     test::point("avoid deep puddles", "The engine can take in water."),
                     test::point("keep more distance", "Braking takes longer.")});
}

deck::Item heart() {
  return test::item("en", "How do you recognise heart failure?",
                    {test::point("shortness of breath", "Climbing stairs gets hard."),
                     test::point("swollen legs", "Water gathers in the tissue."),
                     test::point("poor sleep", "The patient wakes up and sits upright.")});
}

deck::Item camp() {
  return test::item(
      "zh", "山里过夜要注意什么？",
      {test::point("避开河滩", "半夜可能涨水。"), test::point("火要灭透", "余烬会引起山火。"),
       test::point("食物挂高", "免得野兽来翻。")});
}

/// Questions about what one may not do.
deck::Item drone() {
  return test::item("en", "When are you not allowed to use a drone?",
                    {test::point("near an airport", "Planes take off and land there."),
                     test::point("above a crowd", "It could fall on somebody."),
                     test::point("in the dark", "Nobody can see where it is.")});
}

deck::Item photos() {
  return test::item(
      "zh", "哪些时候不准拍照？",
      {test::point("展品怕光", "闪光灯会伤害颜料。"), test::point("有人在做礼拜", "那会打扰他们。"),
       test::point("门口挂着禁止牌", "馆方已经说明。")});
}

/// Points that forbid something.
deck::Item pan() {
  return test::item(
      "zh", "铁锅怎么保养？",
      {test::point("不要泡水", "会生锈。"), test::point("不能用钢丝球刷", "会刮掉油膜。"),
       test::point("用完擦干", "水汽也会生锈。")});
}

deck::Item pot() {
  return test::item("en", "What matters when you care for a cast-iron pot?",
                    {test::point("Never soak it", "It rusts."),
                     test::point("Don't scrub it with steel wool", "That takes off the oil."),
                     test::point("Dry it at once", "Steam makes rust too.")});
}

/// The same, where the question is what one may not do.
deck::Item fire() {
  return test::item(
      "zh", "家里起火逃生时不该做什么？",
      {test::point("不要坐电梯", "断电会困在里面。"), test::point("不要回去拿财物", "命比钱重要。"),
       test::point("不要开发烫的门", "门外就是火。")});
}

deck::Item burn() {
  return test::item("en", "What must you not do with a burn?",
                    {test::point("No ice on the skin", "It damages the tissue further."),
                     test::point("Do not open blisters", "Germs get in."),
                     test::point("Don't put butter on it", "It keeps the heat in.")});
}

std::string heard_in(const deck::Item& item, const std::string& sentence) {
  std::string heard;
  for (const auto& point : grade(item, sentence).points) {
    heard += point.verdict == Verdict::hit ? 'h' : '-';
  }
  return heard;
}

void check_all(const deck::Item& item, const char* sentences) {
  std::istringstream lines(sentences);
  for (std::string line; std::getline(lines, line);) {
    const auto bar = line.find('|');
    if (bar != std::string::npos) {
      CAPTURE(line);
      CHECK(heard_in(item, line.substr(bar + 1)) == line.substr(0, bar));
    }
  }
}

}  // namespace

TEST_CASE("a plain sentence states what a person hears in it", "[grading]") {
  check_all(release(), kEnglish);
  check_all(founding(), kChinese);
}

TEST_CASE("who guesses, hesitates or jokes is heard all the same", "[grading]") {
  check_all(release(), kHedged);
  check_all(founding(), kHedgedChinese);
}

TEST_CASE("talk that corrects itself, swears by something or waves it off is heard as meant",
          "[grading]") {
  check_all(release(), kTalk);
  check_all(founding(), kTalkChinese);
}

TEST_CASE("whatever people put between the parts of a list parts them", "[grading]") {
  check_all(release(), kListed);
  check_all(founding(), kListedChinese);
}

TEST_CASE("a denial agrees with a point that keeps away from something or names a lack",
          "[grading]") {
  check_all(rain(), kRain);
  check_all(heart(), kHeart);
  check_all(camp(), kCamp);
}

TEST_CASE("a point that forbids is stated by any prohibition and reversed by doing it",
          "[grading]") {
  check_all(pan(), kPan);
  check_all(pot(), kPot);
}

TEST_CASE("where the question is what one may not do, a denial answers it", "[grading]") {
  check_all(fire(), kFire);
  check_all(burn(), kBurn);
  check_all(drone(), kDrone);
  check_all(photos(), kPhotos);
}

}  // namespace pith::grading
