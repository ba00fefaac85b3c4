// The registry of models over folders made for the occasion, and over the shipped ones.
#include "core/base/file.h"
#include "core/base/safetensors.h"
#include "core/engine/model_registry.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace pieria;

namespace {

namespace fs = std::filesystem;

/// A model of two files below `parent`.
fs::path makeModel(const fs::path& parent, const std::string& id)
{
    const fs::path folder = parent / id;
    const std::vector<float> values { 1, 2, 3 };
    const TensorViews tensors { { "w", { Dtype::F32, { 3 }, std::as_bytes(std::span(values)) } } };
    ModelCard card;
    card.id = id;
    card.name = "A model";
    card.kind = "test";
    card.version = "1";
    card.licence = "CC0-1.0";
    card.files = { { "w.safetensors", 0, {} }, { "LICENSE.txt", 0, {} } };
    card.licenceFiles = { "LICENSE.txt" };
    card.metrics["loss"] = 0.5;
    card.settings["width"] = "192";
    if (!writeSafeTensorsFile(folder / "w.safetensors", tensors)
        || !writeFileAtomically(folder / "LICENSE.txt", "Do what you like.\n")
        || !sealModelCard(card, folder)) {
        qFatal("no model");
    }
    return folder;
}

std::size_t entries(const fs::path& folder)
{
    std::error_code error;
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder, error), fs::directory_iterator()));
}

class Impatient final : public JobContext
{
public:
    void report(const Progress&) override { }
    [[nodiscard]] bool cancelled() const override { return true; }
};

} // namespace

class ModelRegistryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_root;
    QuietContext m_quiet;

    [[nodiscard]] ModelRegistry registry() const { return { m_root / "shipped", m_root / "user" }; }

private Q_SLOTS:
    void init()
    {
        m_root = fs::path(m_folder.path().toStdString()) / makeName();
        fs::create_directories(m_root);
    }

    void emptyIsNormal()
    {
        QVERIFY(registry().list().empty());
        const auto missing = registry().find("nothing");
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(missing.error().sentence.find("nothing") != std::string::npos);
        QVERIFY(!registry().remove("nothing"));
        QVERIFY(!registry().licenceText("nothing"));
    }

    void listsAndShows()
    {
        makeModel(m_root / "shipped", "b");
        makeModel(m_root / "shipped", "a");
        makeModel(m_root / "user", "c");
        std::ofstream(m_root / "shipped" / "README.md") << "not a model";
        const auto models = registry().list();
        QCOMPARE(models.size(), std::size_t { 3 });
        QCOMPARE(models[0].id, std::string("a"));
        QCOMPARE(models[2].origin, ModelOrigin::User);
        QVERIFY(!models[0].problem);
        QCOMPARE(models[0].card.metrics.at("loss"), 0.5);
        QCOMPARE(models[0].card.settings.at("width"), std::string("192"));
        QVERIFY(models[0].card.size() > 18);
        QCOMPARE(registry().licenceText("c").value(), std::string("Do what you like.\n"));
        const auto verified = registry().verify("b", m_quiet);
        QVERIFY(verified && std::holds_alternative<InstalledModel>(*verified));
        Impatient impatient;
        QVERIFY(std::holds_alternative<Cancelled>(*registry().verify("b", impatient)));
    }

    void damageIsOneSentence()
    {
        const auto sentence = [&](const std::string& id) {
            const auto result = registry().verify(id, m_quiet);
            return result ? std::string() : result.error().sentence;
        };
        const fs::path changed = makeModel(m_root / "shipped", "changed");
        std::string bytes = readFile(changed / "w.safetensors").value();
        bytes.back() ^= 1;
        QVERIFY(writeFileAtomically(changed / "w.safetensors", bytes));
        QVERIFY(registry().find("changed")); // the card cannot tell
        QVERIFY(sentence("changed").find("w.safetensors") != std::string::npos);
        QVERIFY(sentence("changed").find("install the program again") != std::string::npos);

        const fs::path cut = makeModel(m_root / "user", "cut");
        fs::resize_file(cut / "w.safetensors", 9);
        QVERIFY(!registry().find("cut"));
        QVERIFY(sentence("cut").find("import it again") != std::string::npos);

        const fs::path lost = makeModel(m_root / "user", "lost");
        fs::remove(lost / "LICENSE.txt");
        QVERIFY(sentence("lost").find("LICENSE.txt is missing") != std::string::npos);

        const fs::path renamed = makeModel(m_root / "user", "renamed");
        fs::rename(renamed, m_root / "user" / "other");
        QVERIFY(sentence("other").find("belongs to renamed") != std::string::npos);

        const fs::path bare = m_root / "user" / "bare";
        fs::create_directories(bare);
        QVERIFY(sentence("bare").find("card.json") != std::string::npos);
        for (const InstalledModel& model : registry().list()) {
            QCOMPARE(model.problem.has_value(), model.id != "changed");
        }
        QVERIFY(registry().remove("bare")); // broken ones can be removed
    }

    void importsAndRemoves()
    {
        makeModel(m_root / "shipped", "kept");
        const fs::path source = makeModel(m_root / "elsewhere", "mine");
        std::ofstream(source / "unlisted.bin") << "never copied";
        const auto imported = registry().import(source, m_quiet);
        QVERIFY2(imported, imported ? "" : imported.error().sentence.c_str());
        const auto found = registry().find("mine");
        QVERIFY(found);
        QCOMPARE(found->origin, ModelOrigin::User);
        QVERIFY(!fs::exists(found->folder / "unlisted.bin"));
        QVERIFY(registry().verify("mine", m_quiet));
        QCOMPARE(entries(m_root / "user"), std::size_t { 1 });

        QVERIFY(!registry().import(source, m_quiet)); // already there
        QVERIFY(!registry().remove("kept"));
        QVERIFY(registry().remove("mine"));
        QVERIFY(!registry().find("mine"));
        QCOMPARE(entries(m_root / "user"), std::size_t { 0 });
    }

    void badImportsLeaveNothing()
    {
        const fs::path source = makeModel(m_root / "elsewhere", "mine");
        QVERIFY(!registry().import(m_root / "nowhere", m_quiet));
        Impatient impatient;
        QVERIFY(std::holds_alternative<Cancelled>(*registry().import(source, impatient)));
        std::string bytes = readFile(source / "w.safetensors").value();
        bytes.back() ^= 1;
        QVERIFY(writeFileAtomically(source / "w.safetensors", bytes));
        QVERIFY(!registry().import(source, m_quiet));
        // A hash that fits, of something that is not a tensor file.
        QVERIFY(writeFileAtomically(source / "w.safetensors", "nonsense"));
        QVERIFY(sealModelCard(readModelCardFile(source / "card.json").value(), source));
        const auto refused = registry().import(source, m_quiet);
        QVERIFY(!refused);
        QVERIFY(refused.error().sentence.find("cannot be read") != std::string::npos);
        QCOMPARE(entries(m_root / "user"), std::size_t { 0 });
    }

    void hostileCards_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char* from, const char* to) {
            QTest::newRow(to) << QByteArray(from) << QByteArray(to);
        };
        row("\"id\": \"mine\"", "\"id\": \"../mine\"");
        row("\"id\": \"mine\"", "\"id\": \".\"");
        row("\"id\": \"mine\"", "\"id\": \"\"");
        row("\"id\": \"mine\"", "\"id\": 5");
        row("\"LICENSE.txt\",", "\"../LICENSE.txt\",");
        row("\"LICENSE.txt\",", "\"/etc/passwd\",");
        row("\"LICENSE.txt\",", "\"w.safetensors\",");
        row("\"LICENSE.txt\",", "\"card.json\",");
        row("\"size\": 18", "\"size\": -18");
        row("\"sha256\": \"", "\"sha256\": \"XX");
        row("\"steps\": 0", "\"steps\": \"many\"");
        row("\"data\"", "\"surprise\"");
        row("{", "[");
        row("}\n", "");
    }
    void hostileCards()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        const fs::path source = makeModel(m_root / "elsewhere", "mine");
        QByteArray card = QByteArray::fromStdString(readFile(source / "card.json").value());
        QVERIFY(card.contains(from));
        card.replace(from, to);
        const auto read = readModelCard(card.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QVERIFY(writeFileAtomically(source / "card.json", card.toStdString()));
        QVERIFY(!registry().import(source, m_quiet));
    }

    void cardsRoundTrip()
    {
        const fs::path source = makeModel(m_root / "elsewhere", "mine");
        const ModelCard card = readModelCardFile(source / "card.json").value();
        QCOMPARE(readModelCard(writeModelCard(card)).value(), card);
    }

    void shippedModelsAreWhole()
    {
        const ModelRegistry shipped(fs::path(PIERIA_SOURCE_DIR) / "resources" / "models", m_root);
        const auto models = shipped.list();
        QVERIFY(!models.empty());
        for (const InstalledModel& model : models) {
            const auto verified = shipped.verify(model.id, m_quiet);
            QVERIFY2(verified, verified ? "" : verified.error().sentence.c_str());
            QVERIFY(shipped.licenceText(model.id).value().size() > 100);
        }
    }

private:
    static std::string makeName()
    {
        static int count = 0;
        return std::to_string(++count);
    }
};

QTEST_GUILESS_MAIN(ModelRegistryTest)
#include "model_registry_test.moc"
