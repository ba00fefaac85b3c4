// Projects on disk: what is saved comes back byte for byte, old formats load, damage is noticed.
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/project/migrations.h"
#include "core/project/project_file.h"
#include "tests/support/random_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <limits>

using namespace pieria;
namespace fs = std::filesystem;

namespace {

std::size_t filesIn(const fs::path& folder)
{
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
}

Status renameTempo(Json& document)
{
    document["title"] = document["name"];
    document.erase("name");
    return {};
}

Status refuse(Json&)
{
    return fail(ErrorCode::Corrupt, "No.");
}

} // namespace

class ProjectFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_home->path().toStdString()) / "Song.pieria";
    }

    void saveLoadSave()
    {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Project project = test::randomProject(seed, static_cast<int>(seed % 5));
            QVERIFY(saveProject(project, m_folder).has_value());
            const std::string first = *readFile(ProjectPaths { m_folder }.file());
            const Result<Project> loaded = loadProject(m_folder);
            QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().sentence.c_str());
            QCOMPARE(*loaded, project);
            const fs::path other = m_folder.parent_path() / ("Copy" + std::to_string(seed));
            QVERIFY(saveProject(*loaded, other).has_value());
            QCOMPARE(*readFile(ProjectPaths { other }.file()), first);
        }
    }

    void theDocumentIsSmall()
    {
        Project project = test::randomProject(1, 0);
        project.takes.push_back({ test::randomTake(1), std::nullopt, false });
        project.takes[0].take.score
            = test::randomScore(1, { .tracks = 8, .notes = 4000, .bars = 64 });
        QVERIFY(saveProject(project, m_folder).has_value());
        QVERIFY(fs::file_size(ProjectPaths { m_folder }.file()) < 20'000);
    }

    void autosaveWritesWhatChanged()
    {
        Project project = test::randomProject(1, 3);
        QVERIFY(saveProject(project, m_folder).has_value());
        const ProjectPaths paths { m_folder };
        const std::size_t before = filesIn(paths.assets());
        const std::string saved = *readFile(paths.file());
        project.takes[1].take.score = test::randomScore(999);
        QVERIFY(autosaveProject(project, m_folder).has_value());
        QCOMPARE(filesIn(paths.assets()), before + 1);
        QCOMPARE(*readFile(paths.file()), saved);
        QCOMPARE(*loadAutosave(m_folder), project);
        QVERIFY(saveProject(project, m_folder).has_value());
        QVERIFY(!fs::exists(paths.autosaveFile()));
        QCOMPARE(*loadProject(m_folder), project);
    }

    void theLastThreeSavesAreKept()
    {
        for (int i = 0; i < 6; ++i) {
            Project project = test::randomProject(1, 1);
            project.title = "Save " + std::to_string(i);
            QVERIFY(saveProject(project, m_folder).has_value());
            QVERIFY(saveProject(project, m_folder).has_value()); // unchanged: no new backup
        }
        QCOMPARE(loadProject(m_folder)->title, std::string("Save 5"));
        QCOMPARE(loadBackup(m_folder, 1)->title, std::string("Save 4"));
        QCOMPARE(loadBackup(m_folder, 2)->title, std::string("Save 3"));
        QCOMPARE(loadBackup(m_folder, 3)->title, std::string("Save 2"));
        QVERIFY(!loadBackup(m_folder, 4).has_value());
    }

    void assetsAreCollectedWhenNothingUsesThem()
    {
        const ProjectPaths paths { m_folder };
        Project project = test::randomProject(1, 1);
        for (std::uint64_t i = 0; i < 6; ++i) {
            project.takes[0].take.score = test::randomScore(i);
            QVERIFY(saveProject(project, m_folder).has_value());
        }
        std::ofstream(paths.assets() / ".left.tmp") << "x";
        QVERIFY(collectAssets(m_folder).has_value());
        QVERIFY(!fs::exists(paths.assets() / ".left.tmp"));
        const std::size_t latents = project.takes[0].take.latents.values.empty() ? 0 : 1;
        QCOMPARE(filesIn(paths.assets()), 4 + latents); // the save and three backups
        QCOMPARE(*loadProject(m_folder), project);
        QVERIFY(loadBackup(m_folder, 3).has_value());
    }

    void collectingStopsAtADamagedDocument()
    {
        QVERIFY(saveProject(test::randomProject(1, 1), m_folder).has_value());
        const std::size_t before = filesIn(ProjectPaths { m_folder }.assets());
        std::ofstream(ProjectPaths { m_folder }.backup(1)) << "{";
        QVERIFY(!collectAssets(m_folder).has_value());
        QCOMPARE(filesIn(ProjectPaths { m_folder }.assets()), before);
    }

    void saveAsTakesTheAudioAlong()
    {
        Project project = test::randomProject(1, 1);
        const AssetStore assets(ProjectPaths { m_folder }.assets());
        project.takes[0].audio = *assets.put("audio");
        QVERIFY(saveProject(project, m_folder).has_value());
        const fs::path copy = m_folder.parent_path() / "Copy.pieria";
        QVERIFY(saveProject(project, copy, m_folder).has_value());
        QCOMPARE(*loadProject(copy), project);
        QCOMPARE(*AssetStore(ProjectPaths { copy }.assets()).get(*project.takes[0].audio),
            std::string("audio"));
    }

    void missingAudioIsRenderedAgain()
    {
        Project project = test::randomProject(1, 1);
        project.takes[0].audio = AssetId(sha256("gone"));
        QVERIFY(saveProject(project, m_folder).has_value());
        project.takes[0].audio.reset();
        QCOMPARE(*loadProject(m_folder), project);
    }

    void damagedAssetsAreNoticed()
    {
        QVERIFY(saveProject(test::randomProject(1, 1), m_folder).has_value());
        for (const auto& entry : fs::directory_iterator(ProjectPaths { m_folder }.assets())) {
            std::ofstream(entry.path(), std::ios::app) << "x";
        }
        const Result<Project> loaded = loadProject(m_folder);
        QVERIFY(!loaded && loaded.error().sentence.find("damaged") != std::string::npos);
        // Saving again repairs what it can write.
        QVERIFY(saveProject(test::randomProject(1, 1), m_folder).has_value());
        QVERIFY(loadProject(m_folder).has_value());
    }

    void missingScoresAreNoticed()
    {
        QVERIFY(saveProject(test::randomProject(1, 1), m_folder).has_value());
        fs::remove_all(ProjectPaths { m_folder }.assets());
        QVERIFY(!loadProject(m_folder).has_value());
        QVERIFY(!loadProject(m_folder / "none").has_value());
    }

    void formatOneLoads()
    {
        const fs::path fixture = fs::path(PIERIA_TEST_DATA) / "projects" / "format-1.pieria";
        const Result<Project> project = loadProject(fixture);
        QVERIFY2(project.has_value(), project ? "" : project.error().sentence.c_str());
        QCOMPARE(project->title, std::string("Fixture of format 1"));
        QCOMPARE(project->takes.size(), std::size_t { 2 });
        const ProjectTake& take = project->takes[0];
        QCOMPARE(take.take.request.key, std::optional(Key { 2, Mode::Minor }));
        QCOMPARE(take.take.plan.chords[1], (Chord { 384, 7, ChordQuality::Minor7, 7 }));
        QCOMPARE(take.take.score.tempo, TempoMap(92));
        QCOMPARE(take.take.score.tracks.size(), std::size_t { 2 });
        QCOMPARE(take.take.latents.bars, 2);
        QCOMPARE(take.take.latents.values[3], 0.375F);
        QCOMPARE(take.take.mix.strips[slotIndex(Slot::Lead)].pan, -0.25);
        QVERIFY(take.starred);
        QCOMPARE(project->history.size(), std::size_t { 1 });
        QCOMPARE(project->view.at("zoom"), std::string("2"));
        QCOMPARE(findTake(*project, *project->current), &project->takes[1]);
    }

    void migrationsRunInOrder()
    {
        const std::vector<Migration> chain { renameTempo, [](Json& json) -> Status {
                                                json["title"]
                                                    = json["title"].get<std::string>() + "!";
                                                return {};
                                            } };
        const Result<Json> newest = migrated(Json { { "format", 1 }, { "name", "A" } }, chain);
        QCOMPARE(newest->dump(), std::string(R"({"format":3,"title":"A!"})"));
        const Result<Json> middle = migrated(Json { { "format", 2 }, { "title", "B" } }, chain);
        QCOMPARE(middle->dump(), std::string(R"({"format":3,"title":"B!"})"));
        QVERIFY(!migrated(Json { { "format", 4 } }, chain));
        QVERIFY(!migrated(Json { { "format", 0 } }, chain));
        QVERIFY(!migrated(Json { { "format", "1" } }, chain));
        QVERIFY(!migrated(Json::array(), chain));
        const std::vector<Migration> failing { refuse };
        QVERIFY(!migrated(Json { { "format", 1 } }, failing));
        QCOMPARE(projectMigrations().size() + 1, static_cast<std::size_t>(Project::kFormat));
    }

    void oddDocumentsAreRefused()
    {
        const AssetStore assets(m_folder / "assets");
        for (const char* json : { "", "{", "[]", "{}", R"({"format":99})", R"({"format":1,"x":1})",
                 R"({"format":1,"takes":{}})", R"({"format":1,"takes":[{}]})",
                 R"({"format":1,"takes":[{"score":"../../etc/passwd"}]})",
                 R"({"format":1,"view":{"a":1}})", R"({"format":1,"view":[]})",
                 R"({"format":1,"history":[{}]})", R"({"format":1,"title":1e999})",
                 R"({"format":1,"history":[{"request":{"bpm":-1}}]})" }) {
            const Result<Project> project = projectFromJson(json, assets);
            QVERIFY2(!project && project.error().sentence.ends_with('.'), json);
        }
        QVERIFY(projectFromJson(R"({"format":1})", assets).has_value());
        std::string keys = R"({"format":1,"view":{)";
        for (int i = 0; i < 1'000'000; ++i) {
            keys += "\"k" + std::to_string(i) + "\":\"\",";
        }
        keys.back() = '}';
        QVERIFY(!projectFromJson(keys + "}", assets).has_value());
    }

    void oddValuesAreSavedSoThatTheyCanBeOpened()
    {
        Project project = test::randomProject(1, 1);
        Take& take = project.takes[0].take;
        take.mix.strips[0].gain = std::numeric_limits<double>::quiet_NaN();
        take.mix.strips[1].pan = 1e300;
        take.plan.energy = { 7, -std::numeric_limits<float>::infinity() };
        take.plan.sections = { { 0, std::string(5000, 'x') } };
        take.title = "\xFF\xFE";
        project.view["\xFF"] = "\xFF";
        QVERIFY(saveProject(project, m_folder).has_value());
        const Result<Project> loaded = loadProject(m_folder);
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().sentence.c_str());
        QCOMPARE(loaded->takes[0].take.plan.energy, (std::vector<float> { 1, 0 }));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "project_file_test.moc"
