// How people talk in a hurry: guesses, hesitation, jokes, corrections of themselves, lists.
#include <catch2/catch.hpp>

#include "support/heard.h"

namespace pith::grading {
namespace {

// Of each point whether the sentence states it (h) or not (-), then the sentence.
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
h--|load test, not sure
h--|load test. forgot
hh-|Load test, rollback plan... the third escapes me, sorry
hh-|A load test and a rollback plan. There was a third but I forgot
hh-|A load test and a rollback plan, I forgot.
hh-|load test, rollback plan; the third I dont know
hh-|You run a load test, you keep a rollback plan, feature flags... I forgot what that does
hh-|Load test and rollback plan. I know there is one more, but it escapes me.
h--|Load test. 123
h--|Load test. asdf
---|Feature flags - I never remember what they are for
---|Load test, rollback plan, feature flags. I forgot what they are for.
---|hello
---|forgot
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
hh-|用户调研，现金储备……忘了
hh-|用户调研，现金储备。忘了
h--|用户调研。忘了其他的
hh-|先做用户调研，再备好现金储备还有一个我给忘了
h--|用户调研，不确定
---|这道题我没复习，不会，抱歉
---|用户调研、现金储备、核心团队。这些我忘了。
---|核心团队我老是忘
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
h--|I run a load test and once it breaks I stop.
---|No. When it comes to the load test I stop it.
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
hh-|1 load test 2 rollback plan
h-h|1 load test  2 no rollback plan at all  3 feature flags
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
hh-|1 用户调研  2 现金储备
h-h|1 用户调研 2 不要现金储备 3 核心团队
)";

}  // namespace

TEST_CASE("who guesses, hesitates or jokes is heard all the same", "[grading]") {
  test::check_heard(test::release(), kHedged);
  test::check_heard(test::founding(), kHedgedChinese);
}

TEST_CASE("talk that corrects itself, swears by something or waves it off is heard as meant",
          "[grading]") {
  test::check_heard(test::release(), kTalk);
  test::check_heard(test::founding(), kTalkChinese);
}

TEST_CASE("whatever people put between the parts of a list parts them", "[grading]") {
  test::check_heard(test::release(), kListed);
  test::check_heard(test::founding(), kListedChinese);
}

}  // namespace pith::grading
