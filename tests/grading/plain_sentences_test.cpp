// Plain sentences that affirm and deny: what a person would hear in each of them, pith must hear
// too.
#include <catch2/catch.hpp>

#include "support/heard.h"

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
---|There's no need for a load test before the release.
---|There is no reason to run a load test before the release.
---|Whether you run a load test is a matter of taste.
---|A load test is dead weight.
---|A load test only makes things slower.
-h-|A load test only confuses people, a rollback plan is what helps.
h--|There's no release before the load test.
h--|A load test only takes an hour.
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
---|用户调研纯属折腾。
---|用户调研只会让团队分心。
---|用户调研显得外行。
---|用户调研不过是自己吓自己。
---|用户调研随便找几个人聊聊。
-h-|用户调研只会浪费钱，要的是现金储备。
h--|用户调研不能随便做。
h--|紧张纯属正常，先做用户调研。
)";

}  // namespace

TEST_CASE("a plain sentence states what a person hears in it", "[grading]") {
  test::check_heard(test::release(), kEnglish);
  test::check_heard(test::founding(), kChinese);
}

}  // namespace pith::grading
