// Projects as one file: there and back, same bytes, and archives that mean harm.
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/project/project_file.h"
#include "core/project/share.h"
#include "core/project/zip.h"
#include "tests/support/random_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

using namespace pieria;
namespace fs = std::filesystem;

class ShareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_home = m_dir->path().toStdString();
    }

    void thereAndBack()
    {
        const Project project = test::randomProject(1, 3);
        const fs::path folder = m_home / "Song.pieria";
        QVERIFY(saveProject(project, folder).has_value());
        QVERIFY(AssetStore(ProjectPaths { folder }.assets()).put("unused").has_value());
        QVERIFY(packProject(folder, m_home / "a.pieriaz").has_value());
        QVERIFY(packProject(folder, m_home / "b.pieriaz").has_value());
        QCOMPARE(*readFile(m_home / "a.pieriaz"), *readFile(m_home / "b.pieriaz"));
        const fs::path copy = m_home / "Copy.pieria";
        const Status unpacked = unpackProject(m_home / "a.pieriaz", copy);
        QVERIFY2(unpacked.has_value(), unpacked ? "" : unpacked.error().sentence.c_str());
        QCOMPARE(*loadProject(copy), project);
        QCOMPARE(
            *readFile(ProjectPaths { copy }.file()), *readFile(ProjectPaths { folder }.file()));
        QVERIFY(!AssetStore(ProjectPaths { copy }.assets()).contains(AssetId(sha256("unused"))));
        QVERIFY(!unpackProject(m_home / "a.pieriaz", copy).has_value()); // it exists
    }

    void namesThatLeadElsewhereAreRefused()
    {
        for (const char* name : { "../evil", "/tmp/evil", "assets/../../evil", "assets/evil",
                 "assets/", "project.json/", "lock", "autosave/project.json" }) {
            ZipWriter zip;
            zip.add("project.json", R"({"format":1})");
            zip.add(name, "x");
            QVERIFY2(isRefused(zip), name);
        }
    }

    void bombsAreRefused()
    {
        const std::string zeros(std::size_t { 8 } << 20, '\0');
        ZipWriter zip;
        zip.add("project.json", R"({"format":1})");
        zip.add("assets/" + sha256(zeros), zeros);
        QVERIFY(isRefused(zip));
        ZipWriter stored;
        stored.add("project.json", R"({"format":1})");
        stored.add("assets/" + sha256(zeros), zeros, Packing::Store);
        QVERIFY(!isRefused(stored));
        QVERIFY(isRefused(stored, { .bytes = 1 << 20 }));
        QVERIFY(isRefused(stored, { .entries = 1 }));
    }

    void falseAssetsAreRefused()
    {
        ZipWriter zip;
        zip.add("project.json", R"({"format":1})");
        zip.add("assets/" + sha256("a"), "b");
        QVERIFY(isRefused(zip));
    }

    void whatIsNoProjectIsRefused()
    {
        ZipWriter nothing;
        nothing.add("assets/" + sha256("a"), "a");
        QVERIFY(isRefused(nothing));
        ZipWriter broken;
        broken.add("project.json", "{");
        QVERIFY(isRefused(broken));
        QVERIFY(writeFileAtomically(m_home / "text.pieriaz", "hello").has_value());
        QVERIFY(!unpackProject(m_home / "text.pieriaz", m_home / "x").has_value());
        QVERIFY(!unpackProject(m_home / "none.pieriaz", m_home / "x").has_value());
    }

private:
    /// Also checks that nothing stays behind of a refused archive.
    bool isRefused(const ZipWriter& zip, const UnpackLimits& limits = {})
    {
        const fs::path archive = m_home / "odd.pieriaz";
        const fs::path folder = m_home / "in" / "Odd.pieria";
        fs::remove(archive);
        fs::create_directories(folder.parent_path());
        if (!zip.toFile(archive)) {
            return false;
        }
        const bool refused = !unpackProject(archive, folder, limits);
        fs::remove_all(folder);
        return refused && fs::is_empty(folder.parent_path()) && !fs::exists(m_home / "evil");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_home;
};

QTEST_GUILESS_MAIN(ShareTest)
#include "share_test.moc"
