// Requests as JSON: what is written comes back, everything odd is refused with a sentence.
#include "core/project/request_json.h"
#include "tests/support/random_project.h"

#include <QTest>

#include <limits>

using namespace pieria;

namespace {

std::string sentence(const std::string& json)
{
    const Result<MusicRequest> request = requestFromJson(json);
    return request ? "accepted" : request.error().sentence;
}

} // namespace

class RequestJsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const MusicRequest request = test::randomRequest(seed);
            const std::string json = requestToJson(request);
            QVERIFY(json.find('\n') == std::string::npos);
            const Result<MusicRequest> back = requestFromJson(json);
            QVERIFY2(back.has_value(), back ? "" : back.error().sentence.c_str());
            QCOMPARE(*back, request);
            QCOMPARE(requestToJson(*back), json);
        }
    }

    void missingFieldsKeepDefaults()
    {
        const Result<MusicRequest> request = requestFromJson(R"({"prompt":"calm piano","bars":8})");
        QVERIFY(request.has_value());
        MusicRequest expected;
        expected.prompt = "calm piano";
        expected.bars = 8;
        QCOMPARE(*request, expected);
    }

    void keysAndMetresAsPeopleWriteThem()
    {
        const Result<MusicRequest> request
            = requestFromJson(R"({"key":"Dm","metre":"3/4","slot":"bass","task":"remake-slot"})");
        QCOMPARE(request->key, std::optional(Key { 2, Mode::Minor }));
        QCOMPARE(request->metre, std::optional(Metre { 3, 4 }));
        QCOMPARE(request->task, MusicTask::RemakeSlot);
    }

    void sentencesNameTheField()
    {
        QCOMPARE(sentence(R"({"bpm":5000})"),
            std::string("The request cannot be read: bpm must be a number from 10.0 to 1000.0."));
        QCOMPARE(sentence(R"({"tempo":90})"),
            std::string("The request cannot be read: tempo is not known to this version."));
        QCOMPARE(sentence(R"({"styles":[{"name":"a"},{"strength":1}]})"),
            std::string("The request cannot be read: styles[1].name is missing."));
    }

    void oddOnesAreRefused()
    {
        for (const char* json :
            { "", "[]", "null", "{", "1e999", R"({"bpm":1e999})", R"({"bpm":NaN})",
                R"({"bpm":null})", R"({"bpm":"90"})", R"({"seed":-1})", R"({"seed":1.5})",
                R"({"seed":18446744073709551616})", R"({"steps":0})", R"({"steps":20.5})",
                R"({"steps":1e300})", R"({"bars":0})", R"({"bars":9223372036854775808})",
                R"({"key":"H minor"})", R"({"metre":"4/3"})", R"({"slot":"kazoo"})",
                R"({"task":3})", R"({"loop":1})", R"({"instruments":"flute"})",
                R"({"instruments":[1]})", R"({"styles":{}})", R"({"prompt":["a"]})",
                "{\"prompt\":\"\xFF\"}", R"({"seconds":-1})", R"({"guidance":-0.1})" }) {
            const std::string text = sentence(json);
            QVERIFY2(text != "accepted" && text.ends_with('.'), json);
        }
        QVERIFY(sentence(std::string(1'000'000, '[')) != "accepted");
        QVERIFY(sentence("{\"prompt\":\"" + std::string(100'000, 'a') + "\"}") != "accepted");
    }

    void whatIsWrittenCanAlwaysBeRead()
    {
        MusicRequest request;
        request.prompt = std::string(100'000, 'a') + "\xC3\xA4";
        request.negative = "not UTF-8: \xFF";
        request.guidance = std::numeric_limits<double>::quiet_NaN();
        request.bpm = std::numeric_limits<double>::infinity();
        request.steps = -5;
        request.firstBar = std::numeric_limits<int>::max();
        QCOMPARE(sentence(requestToJson(request)), std::string("accepted"));
    }
};

QTEST_GUILESS_MAIN(RequestJsonTest)
#include "request_json_test.moc"
