// The reference vectors: tests/data/vectors, or the folder named by PIERIA_VECTORS.
#include "tests/support/vector_runner.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <limits>
#include <span>

using namespace pieria;
using namespace pieria::vectors;

namespace {

/// The families the product has, by the type at the top of a case's config.
const Handlers& handlers()
{
    static const Handlers all {};
    return all;
}

std::filesystem::path shippedFolder()
{
    return std::filesystem::path(PIERIA_TEST_DATA) / "vectors";
}

std::filesystem::path folder()
{
    const QByteArray named = qgetenv("PIERIA_VECTORS");
    return named.isEmpty() ? shippedFolder() : std::filesystem::path(named.toStdString());
}

Vocabulary vocabulary()
{
    return Vocabulary::load(
        std::filesystem::path(PIERIA_SOURCE_DIR) / "tests/support/vector_vocabulary.json");
}

/// A copy of one set in a folder of its own, with its description changed.
class Corrupted
{
public:
    explicit Corrupted(const std::string& set, const std::function<void(Json&)>& change = {})
        : m_set(set)
    {
        std::filesystem::copy(shippedFolder() / (set + ".json"), path(".json"));
        std::filesystem::copy(shippedFolder() / (set + ".safetensors"), path(".safetensors"));
        if (change) {
            Json cases = Json::parse(readFile(path(".json")).value());
            change(cases);
            [[maybe_unused]] const Status written
                = writeFileAtomically(path(".json"), cases.dump());
        }
    }
    [[nodiscard]] std::filesystem::path path(const std::string& extension) const
    {
        return folder() / (m_set + extension);
    }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] Report report(const Handlers& handlers = {}) const
    {
        return runVectors(folder(), vocabulary(), handlers);
    }
    /// The only problem; empty when there are none or several.
    [[nodiscard]] std::string problem() const
    {
        const Report all = report();
        return all.problems.size() == 1 ? all.problems.front() : std::string();
    }

private:
    QTemporaryDir m_folder;
    std::string m_set;
};

bool says(const std::string& text, const char* part)
{
    if (text.find(part) == std::string::npos) {
        qWarning("\"%s\" does not say \"%s\"", text.c_str(), part);
        return false;
    }
    return true;
}

} // namespace

class VectorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCase()
    {
        const Report report = runVectors(folder(), vocabulary(), handlers());
        for (const std::string& problem : report.problems) {
            qWarning("%s", problem.c_str());
        }
        int waiting = 0;
        for (const auto& [type, count] : report.notImplemented) {
            qInfo("not implemented: %s (%d)", type.c_str(), count);
            waiting += count;
        }
        qInfo("%d cases, %d of families not implemented", report.cases, waiting);
        QVERIFY(report.problems.empty());
        QVERIFY(report.cases > 0);
    }

    void shippedCopyIsWhole()
    {
        const Report report = runVectors(shippedFolder(), vocabulary(), {});
        QVERIFY(report.problems.empty());
        QCOMPARE(report.cases, 96);
    }

    void missingFolder()
    {
        const Report report = runVectors("/no/such/folder", vocabulary(), {});
        QCOMPARE(report.problems.size(), std::size_t { 1 });
        QVERIFY(says(report.problems.front(), "PIERIA_VECTORS"));
        QTemporaryDir empty;
        QCOMPARE(runVectors(empty.path().toStdString(), vocabulary(), {}).problems.size(),
            std::size_t { 1 });
    }

    void unknownWords_data()
    {
        using Change = std::function<void(Json&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* expected, const Change& change) {
            QTest::newRow(name) << change << QString(expected);
        };
        row("type", "unknown type \"Planer\"",
            [](Json& j) { j["planar_tanh"]["config"]["type"] = "Planer"; });
        row("no type", "no type", [](Json& j) { j["planar_tanh"]["config"].erase("type"); });
        row("key", "unknown key \"colour\"",
            [](Json& j) { j["planar_tanh"]["config"]["colour"] = 1; });
        row("key of a net", "(MLP) has the unknown key \"colour\"",
            [](Json& j) { j["affine_coupling_block_exp"]["config"]["net"]["colour"] = 1; });
        row("type of a net", "unknown type \"Perceptron\"", [](Json& j) {
            j["affine_coupling_block_exp"]["config"]["net"]["type"] = "Perceptron";
        });
        row("untyped object", "unknown type \"activation\"", [](Json& j) {
            j["planar_tanh"]["config"]["activation"] = Json { { "name", "tanh" } };
        });
        row("input role", "\"datum\"",
            [](Json& j) { j["planar_tanh"]["inputs"]["x"]["role"] = "datum"; });
        row("parameter role", "unknown role \"uu\"",
            [](Json& j) { j["planar_tanh"]["parameters"]["u"]["role"] = "uu"; });
        row("parameter kind", "\"solid\"",
            [](Json& j) { j["planar_tanh"]["parameters"]["u"]["kind"] = "solid"; });
        row("output role", "\"worth\"",
            [](Json& j) { j["planar_tanh"]["outputs"]["y_forward"]["role"] = "worth"; });
        row("output key", "\"mood\"",
            [](Json& j) { j["planar_tanh"]["outputs"]["y_forward"]["mood"] = 1; });
        row("direction", "\"sideways\"",
            [](Json& j) { j["planar_tanh"]["outputs"]["y_forward"]["direction"] = "sideways"; });
        row("no reason", "no reason",
            [](Json& j) { j["planar_tanh"]["outputs"]["y_forward"]["match"] = false; });
        row("tolerance", "no tolerance atol",
            [](Json& j) { j["planar_tanh"]["tolerance"].erase("atol"); });
        row("precision", "precision", [](Json& j) { j["planar_tanh"]["precision"] = "float8"; });
        row("other precision", "precision of the case", [](Json& j) {
            Json one = j["planar_tanh"];
            one["precision"] = "float32";
            one["inputs"].erase("x");
            one["parameters"].clear();
            for (const char* name : { "logdet_forward", "logdet_forward_autograd" }) {
                one["outputs"].erase(name);
            }
            Json renamed;
            renamed["planar"] = one;
            j = renamed;
        });
        row("part", "no object \"outputs\"", [](Json& j) { j["planar_tanh"].erase("outputs"); });
        row("missing tensor", "\"planar_tanh__nothing\", which is missing", [](Json& j) {
            j["planar_tanh"]["inputs"]["y"]
                = Json { { "tensor", "planar_tanh__nothing" }, { "role", "data" } };
        });
        row("shape", "another shape",
            [](Json& j) { j["planar_tanh"]["fields"]["x"] = Json { 3, 6 }; });
        row("parameter shape", "another shape",
            [](Json& j) { j["planar_tanh"]["params"]["u"] = Json { 3, 1 }; });
        row("undescribed", "described nowhere",
            [](Json& j) { j["planar_tanh"]["parameters"].erase("b"); });
        row("not an object", "not an object", [](Json& j) { j["planar_tanh"] = 7; });
    }

    void unknownWords()
    {
        QFETCH(std::function<void(Json&)>, change);
        QFETCH(QString, expected);
        QVERIFY(says(Corrupted("normflows_flows", change).problem(), qPrintable(expected)));
    }

    void brokenFiles()
    {
        const Corrupted lone("hug");
        std::filesystem::remove(lone.path(".safetensors"));
        QVERIFY(says(lone.problem(), "hug"));
        const Corrupted cut("hug");
        std::filesystem::resize_file(cut.path(".safetensors"), 200);
        QVERIFY(says(cut.problem(), "hug"));
        const Corrupted garbled("hug");
        std::filesystem::resize_file(garbled.path(".json"), 50);
        QVERIFY(says(garbled.problem(), "not an object of cases"));
    }

    void handlersAreRun()
    {
        const Corrupted hug("hug");
        QCOMPARE(hug.report().notImplemented.at("HUG"), 2);
        const auto stored = [](double change) {
            return [change](const Case& item) {
                Problems problems;
                for (const auto& [name, output] : item.description.at("outputs").items()) {
                    std::vector<double> got = numbers(item.tensor(output));
                    got.front() += change;
                    const std::string difference
                        = differs(got, item.tensor(output), item.tolerance(output));
                    if (!difference.empty()) {
                        problems.push_back(item.label() + ": " + name + " " + difference);
                    }
                }
                return problems;
            };
        };
        const Report good = hug.report({ { "HUG", stored(0) } });
        QVERIFY(good.problems.empty() && good.notImplemented.empty());
        QCOMPARE(good.run.at("HUG"), 2);
        QCOMPARE(hug.report({ { "HUG", stored(1e-6) } }).problems.size(), std::size_t { 8 });
        const Handler throws = [](const Case&) -> Problems { throw std::runtime_error("no"); };
        QVERIFY(says(hug.report({ { "HUG", throws } }).problems.front(), "hug/hug_mhs: no"));
        const Case item { "hug", "hug_mhs",
            Json::parse(readFile(hug.path(".json")).value()).at("hug_mhs"),
            SafeTensors::open(hug.path(".safetensors")).value() };
        QVERIFY(item.byRole("inputs", "class_index") != nullptr);
        QVERIFY(item.byRole("inputs", "keys") == nullptr);
        QCOMPARE(item.byRole("parameters", "proxies")->shape.size(), std::size_t { 2 });
    }

    void comparison()
    {
        const std::array<double, 3> values { 1, -2, std::numeric_limits<double>::infinity() };
        const TensorView stored { Dtype::F64, { 3 }, std::as_bytes(std::span(values)) };
        const double inf = values[2];
        QVERIFY(differs({ 1 + 1e-11, -2, inf }, stored, { 1e-10, 0 }).empty());
        QVERIFY(!differs({ 1 + 1e-9, -2, inf }, stored, { 1e-10, 0 }).empty());
        QVERIFY(!differs({ 1, -2, -inf }, stored, { 1, 1 }).empty());
        QVERIFY(!differs({ 1, -2, 1e300 }, stored, { 1, 1 }).empty());
        QVERIFY(!differs({ std::nan(""), -2, inf }, stored, { 1, 1 }).empty());
        QVERIFY(!differs({ 1, -2 }, stored, { 1, 1 }).empty());
        const std::array<std::int64_t, 1> index { 5 };
        const TensorView whole { Dtype::I64, { 1 }, std::as_bytes(std::span(index)) };
        QVERIFY(differs({ 5 }, whole, {}).empty());
        QVERIFY(!differs({ 5.5 }, whole, { 1, 1 }).empty());
    }
};

QTEST_GUILESS_MAIN(VectorsTest)
#include "vectors_test.moc"
