#include "app/window.h"

#include "app/engines.h"
#include "core/base/log.h"
#include "ui/shell/studio.h"

#include <QApplication>

#include <algorithm>
#include <thread>
#include <utility>

namespace pieria::app {

namespace {

/// The window opens without a model, too: what is wrong is said when something is to be made.
class AbsentGenerator final : public MusicGenerator
{
public:
    explicit AbsentGenerator(Failure failure)
        : m_failure(std::move(failure))
    {
    }
    [[nodiscard]] Result<Outcome<Take>> generate(
        const MusicRequest&, const Take*, JobContext&) override
    {
        return tl::unexpected(m_failure);
    }

private:
    Failure m_failure;
};

class AbsentRenderer final : public ScoreRenderer
{
public:
    explicit AbsentRenderer(Failure failure)
        : m_failure(std::move(failure))
    {
    }
    [[nodiscard]] Result<Outcome<RenderOutcome>> render(const RenderRequest&, JobContext&) override
    {
        return tl::unexpected(m_failure);
    }

private:
    Failure m_failure;
};

/// The engine, or one that says why there is none.
template <class Face, class Absent>
std::unique_ptr<Face> orAbsent(Result<std::unique_ptr<Face>> made)
{
    if (made) {
        return std::move(*made);
    }
    log(LogLevel::Error, "pieria.app", made.error().sentence + " " + made.error().detail);
    return std::make_unique<Absent>(std::move(made.error()));
}

} // namespace

int openWindow(int count, char** arguments, const std::vector<std::string>& files)
{
    QApplication application(count, arguments);
    const int threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U));
    const std::unique_ptr<MusicGenerator> generator
        = orAbsent<MusicGenerator, AbsentGenerator>(makeGenerator(threads, "cpu"));
    const std::unique_ptr<ScoreRenderer> renderer
        = orAbsent<ScoreRenderer, AbsentRenderer>(makeRenderer(threads));
    const std::unique_ptr<audio::AudioEngine> engine = audio::AudioEngine::create();
    const ModelRegistry models = ModelRegistry::standard();
    ui::StudioServices services { *generator, *renderer, *engine, models };
    ui::StudioOptions options;
    for (const std::string& file : files) {
        options.files.append(QString::fromStdString(file));
    }
    return ui::runStudio(services, application, options);
}

} // namespace pieria::app
